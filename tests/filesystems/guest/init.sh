#!/bin/sh
# The first process of the guest: the host's own files, read only, a file server with a disk, and two hosts beside it.
# FOLDER and PYTHON come from the command line of the kernel.
set -eu
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
here=$(dirname "$0")
echo "guest: started"

mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t tmpfs -o mode=755 run /run
mkdir -p /run/tmp /run/kernel/lib /run/share /run/given
mount -t hostfs host /run/given -o "$FOLDER"

# Debian keeps the modules of this kernel aside; what the kernel asks for itself goes the same way.
ln -s /usr/lib/uml/modules /run/kernel/lib/modules
printf '#!/bin/sh\nexec /usr/sbin/modprobe -d /run/kernel "$@"\n' > /run/modprobe
chmod 755 /run/modprobe
echo /run/modprobe > /proc/sys/kernel/modprobe
for module in loop veth nfsd nfsv3 nfsv4 cifs; do
  /run/modprobe "$module"
done

# The server's disk: small, so that it can be filled.
truncate -s 48M /run/disk
mkfs.ext4 -q -m 0 /run/disk
mount -o loop /run/disk /run/share

hostname peladen
ip link set dev lo up
for state in nfs samba; do
  mkdir -p "/run/var/$state"
  mount --bind "/run/var/$state" "/var/lib/$state"
done
mkdir -p /run/var/cache /run/var/log/samba /run/samba
mount --bind /run/var/cache /var/cache/samba
mount --bind /run/var/log /var/log
"$here/server.sh" start

# A host has its own network, name, start of the system and mounts; the server is at 10.0.N.1. All have one set of
# processes: a host with a set of its own would be a container to ipak's lock.
# Its file is there as soon as the host is, and says something as soon as all is mounted.
number=0
for host in kantor-a kantor-b; do
  number=$((number + 1))
  unshare --net --uts --ipc --mount "$here/host.sh" "$host" "10.0.$number" &
  process=$!
  echo "$process" > "/run/$host.pid"
  until [ -e "/run/$host" ]; do kill -0 "$process"; sleep 0.1; done
  ip link add "to-$number" type veth peer name office netns "$process"
  ip addr add "10.0.$number.1/24" dev "to-$number"
  ip link set dev "to-$number" up
done
for host in kantor-a kantor-b; do
  until [ -s "/run/$host" ]; do kill -0 "$(cat "/run/$host.pid")"; sleep 0.1; done
done
echo "guest: mounted"

cp -a /run/given/warm /run/tmp/warm
export TMPDIR=/run/tmp HOME=/run/tmp OPENBLAS_NUM_THREADS=1
exec "$PYTHON" "$here/jobs.py"
