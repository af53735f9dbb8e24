#!/bin/sh
# One host of the guest, in namespaces of its own: mounts the server's disk over each protocol, and stays.
set -eu
host=$1 network=$2
hostname "$host"
mkdir "/run/of-$host"
cat /proc/sys/kernel/random/uuid > "/run/of-$host/boot_id"
mount --bind "/run/of-$host/boot_id" /proc/sys/kernel/random/boot_id

exec 3> "/run/$host"
mount -t tmpfs -o mode=755 run /run
mkdir -p /run/tmp /run/rpcbind /run/nfs/sm /run/nfs/sm.bak /run/nfs/rpc_pipefs /run/mnt/nfs4 /run/mnt/nfs3 /run/mnt/smb
touch /run/nfs/state
mount --bind /run/nfs /var/lib/nfs
until ip link show dev office > /dev/null 2>&1; do sleep 0.1; done
ip link set dev lo up
ip addr add "$network.2/24" dev office
ip link set dev office up
rpcbind -w
rpc.statd --no-notify
mount -t nfs -o vers=4.2,proto=tcp,hard,timeo=50 "$network.1:/" /run/mnt/nfs4
mount -t nfs -o vers=3,proto=tcp,hard,timeo=50 "$network.1:/run/share" /run/mnt/nfs3
mount -t cifs -o guest,vers=3.1.1,uid=0 "//$network.1/share" /run/mnt/smb
echo mounted >&3
exec sleep infinity
