"""rocketchat-API for Python, unmodified: logs in (plain, digest), reads its user, logs out."""

import hashlib
import sys

from rocketchat_API.APIExceptions.RocketExceptions import (
    RocketApiException,
    RocketAuthenticationException,
    RocketBadStatusCodeException,
)
from rocketchat_API.rocketchat import RocketChat

gateway, username, email, password = sys.argv[1:]
digest = {"digest": hashlib.sha256(password.encode()).hexdigest(), "algorithm": "sha-256"}


def play(user, secret):
    rocket = RocketChat(user, secret, server_url=gateway)
    info = rocket.users_info(username=username)
    assert info["success"] and info["user"]["username"] == username, info
    assert info["user"]["services"]["password"] is True, info
    try:
        rocket.users_info(user_id="W7NHuX5ri2e3mu2Fc")
        raise AssertionError("an unknown user")
    except RocketApiException as unknown:
        assert unknown.status_code == 400, unknown.status_code
    farewell = rocket.logout()
    assert farewell["data"]["message"] == "You've been logged out!", farewell
    try:
        rocket.users_info(username=username)
        raise AssertionError("the token after the logout")
    except RocketBadStatusCodeException as stranger:
        assert stranger.status_code == 401, stranger.status_code


play(email, password)
play(username, digest)
try:
    RocketChat(username, "wrong", server_url=gateway)
    raise AssertionError("a wrong password")
except RocketAuthenticationException:
    pass
print("played")
