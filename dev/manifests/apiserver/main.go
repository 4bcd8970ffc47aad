// The API server of Kubernetes, as upstream's cmd/kube-apiserver starts it, for dev/manifests/dry-run.
package main

import (
	"os"

	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() {
	os.Exit(cli.Run(app.NewAPIServerCommand()))
}
