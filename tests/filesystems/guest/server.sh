#!/bin/sh
# The file server of the guest: starts, and goes away as if its power had failed.
set -eu

start() {
  mkdir -p /run/rpcbind /var/lib/nfs/rpc_pipefs /var/lib/nfs/sm /var/lib/nfs/sm.bak /var/lib/nfs/nfsdcld /var/lib/samba/private
  touch /var/lib/nfs/etab /var/lib/nfs/rmtab /var/lib/nfs/state
  mountpoint -q /proc/fs/nfsd || mount -t nfsd nfsd /proc/fs/nfsd
  mountpoint -q /var/lib/nfs/rpc_pipefs || mount -t rpc_pipefs pipes /var/lib/nfs/rpc_pipefs
  # A server that comes back first lets its clients claim what they had: 10 seconds instead of 90.
  echo 10 > /proc/fs/nfsd/nfsv4leasetime
  echo 10 > /proc/fs/nfsd/nfsv4gracetime
  echo 10 > /proc/sys/fs/nfs/nlm_grace_period
  pidof rpcbind > /dev/null || rpcbind -w
  pidof rpc.statd > /dev/null || rpc.statd --no-notify
  pidof nfsdcld > /dev/null || nfsdcld
  exportfs -i -o rw,sync,no_root_squash,insecure,no_subtree_check,fsid=0 "*:/run/share"
  pidof rpc.mountd > /dev/null || rpc.mountd
  rpc.nfsd -V 3 -V 4 4
  cat > /run/samba/smb.conf << END
[global]
  map to guest = Bad User
  guest account = root
  server min protocol = SMB3_11
  pid directory = /run/samba
  lock directory = /run/samba
  load printers = no
  disable spoolss = yes
[share]
  path = /run/share
  guest ok = yes
  read only = no
  force user = root
END
  smbd -D -s /run/samba/smb.conf
}

stop() {
  rpc.nfsd 0
  kill -9 $(pidof smbd)
}

"$1"
