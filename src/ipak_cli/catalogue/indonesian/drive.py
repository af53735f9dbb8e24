"""D6xx: a shared drive and unattended runs: the lock, whole files, the state, what a run meets."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import Sentences
from ipak_cli.catalogue.drive import (
    AS_ONE_SURVEY,
    CATEGORY_OR_NAME,
    COPY_DIFFERS,
    COPY_IDENTICAL,
    COPY_WITHOUT_ORIGINAL,
    DEAD_LOCK_TAKEN_OVER,
    DECIDED_FILE_MISSING,
    DECISION_MEETS_NEW_CONTENT,
    DECISION_NOT_REPEATABLE,
    FAULTY_INPUT_FOR_PERIOD,
    FOLDER_UNREADABLE,
    FORMER_RESULT_KEPT,
    FORMER_RESULT_WITHDRAWN,
    INBOX_UNREADABLE,
    INPUT_KIND_UNKNOWN,
    INPUT_KNOWN_BY_NUMBERS,
    INPUT_PERIOD_UNKNOWN,
    INPUT_SPANS_PERIODS,
    INPUT_UNREADABLE,
    INTERNAL_ERROR,
    KIND_FORM,
    KIND_REPORT,
    KIND_UNKNOWN,
    LAST_SUCCESS_TOO_OLD,
    LINK_LEAVES_INBOX,
    LINK_NOT_FOLLOWED,
    LISTED_BEFORE,
    LOCK_LOST,
    LOCK_OWNER_STILL_RUNNING,
    LOCK_OWNER_UNSURE,
    LOCK_WITHOUT_OWNER,
    LOCKING_FAILED,
    LOG_NOT_WRITABLE,
    NAME_LEAVES_WORKSPACE,
    NEVER_SUCCEEDED,
    NEW_RESULTS_BESIDE_FAILED_INPUT,
    NO_WORKSPACE_BELOW,
    NOT_A_REAL_FILE,
    NOT_LOCKED,
    NOTHING_STORED_YET,
    OPEN_FILE_NOT_REPLACED,
    OWNERLESS_LOCK_TAKEN_OVER,
    PASTE_IN_COMMAND_PROMPT,
    PASTE_IN_CRONTAB,
    PATH_UNFIT_FOR_SCHEDULE,
    PERCENT_SIGN_IN_PATH,
    PERIOD_OF_NEW_CONTENT_UNKNOWN,
    RECAP_OR_ANSWERS,
    REPORT_OF_PERIOD,
    RESULT_OLDER_THAN_FAILING_INPUT,
    RESULT_OUTLIVES_FILES,
    RESULT_WITHOUT_FAULTY_INPUT,
    RUN_RECORD_DAMAGED,
    RUN_RECORD_UNREADABLE,
    SAME_INPUT_TWICE,
    SAVE_AS_SERVICE,
    SAVE_AS_TIMER,
    SCHEDULE_COMMAND_TOO_LONG,
    SCORED_WITH_A_FAULTY_FILE,
    STEP_DIED,
    STEP_DONE,
    STEP_FAILED,
    STEP_TOO_LONG,
    STILL_BEING_WRITTEN,
    STORED_FIGURE_NOT_IN_SETTINGS,
    STORED_USER_SCORE_REUSED,
    TWO_INPUTS_FOR_PERIOD,
    WORKSPACE_FILE_TOO_LARGE,
    WORKSPACE_IN_USE,
    WRITTEN_BY_NEWER_VERSION,
)

_LOCK: Final = (
    Sentences(
        WORKSPACE_IN_USE, "Ruang kerja sedang dipakai",
        "ruang kerja sedang dipakai ipak {version} di komputer {host} (proses {pid}) sejak {started}",
        "Coba lagi nanti, atau pakai --wait. Kunci proses yang mati di komputer ini diambil alih sendiri oleh perintah "
        'berikutnya; bila komputer lain itu sudah mati, jalankan `ipak unlock --reason "..."`.',
        "Hanya satu proses boleh menulis di ruang kerja pada satu saat. Kunci milik komputer lain tidak pernah dibuka "
        "diam-diam, sebab dari sini tidak terlihat apakah prosesnya masih berjalan.",
    ),
    Sentences(
        LOCK_WITHOUT_OWNER, "Ruang kerja dikunci tanpa keterangan",
        "ruang kerja dikunci oleh proses yang belum mencatat namanya",
        'Coba lagi sebentar lagi; bila tetap begitu, jalankan `ipak unlock --reason "..."`.',
        "Pemegang kunci mencatat komputer, proses dan waktunya segera setelah mengunci. Bila catatannya tidak ada atau "
        "tidak terbaca, tidak dapat dipastikan siapa pemegangnya.",
    ),
    Sentences(
        DEAD_LOCK_TAKEN_OVER, "Kunci proses yang mati diambil alih",
        "proses {pid} di komputer {host}, mulai {started}, berhenti sebelum selesai; kuncinya diambil alih",
        "Tidak perlu apa-apa: yang belum selesai dikerjakan lagi sekarang.",
        "Proses sebelumnya mati di tengah jalan, misalnya karena listrik padam. Berkas selalu ditulis utuh, jadi hasil "
        "lama atau baru tetap lengkap, dan proses ini meneruskan pekerjaannya.",
    ),
    Sentences(
        LOCKING_FAILED, "Ruang kerja tidak dapat dikunci",
        "kunci di folder .ipak tidak dapat dibuat atau dilepas: {reason}",
        "Periksa izin menulis dan ruang kosong di drive itu, dan hapus folder yang bernama seperti kunci itu; lalu jalankan "
        "lagi.",
        "Sebelum menulis apa pun, ipak membuat berkas kunci di folder .ipak. Bila itu ditolak sistem, tidak ada yang "
        "ditulis.",
    ),
    Sentences(
        NOT_LOCKED, "Ruang kerja tidak terkunci",
        "tidak ada kunci yang perlu dibuka",
        "Tidak perlu apa-apa.",
        "Ruang kerja ini tidak sedang dipakai proses mana pun, atau pemegang kuncinya di komputer ini sudah mati.",
    ),
    Sentences(
        LOCK_OWNER_STILL_RUNNING, "Pemegang kunci masih berjalan",
        "pemegang kunci, proses {pid}, masih berjalan di komputer ini",
        'Tunggu sampai selesai; bila ipak itu macet, hentikan, atau jalankan `ipak unlock --force --reason "..."`.',
        "Dua proses yang menulis bersamaan merusak hasil. Karena itu kunci milik proses yang masih berjalan di komputer "
        "ini tidak dibuka tanpa --force. Prosesnya dikenali dari nomor dan saat mulainya, jadi memang proses ipak itu.",
    ),
    Sentences(
        LOCK_OWNER_UNSURE, "Pemegang kunci belum tentu mati",
        "ruang kerja dikunci sebuah proses komputer ini, dan dari sini tidak terlihat apakah proses itu masih berjalan",
        "Tunggu sebentar; bila tidak ada ipak lain yang berjalan di komputer ini atau di wadahnya, jalankan "
        '`ipak unlock --force --reason "..."`.',
        "Nomor sebuah proses dapat dipakai lagi oleh proses lain, dan proses di dalam wadah (container) tidak terlihat "
        "dari luar. Karena itu tidak ada proses yang disebut untuk dihentikan; alasan membuka kunci dicatat di log.",
    ),
    Sentences(
        OWNERLESS_LOCK_TAKEN_OVER, "Kunci tanpa keterangan diambil alih",
        "ada kunci tanpa keterangan yang ditinggalkan pemiliknya; kunci itu diambil alih",
        "Tidak perlu apa-apa.",
        "Sebuah proses mati tepat ketika mengunci, sebelum mencatat namanya dan sebelum menulis apa pun.",
    ),
    Sentences(
        LOCK_LOST, "Kunci dibuka selagi ipak bekerja",
        "kunci ruang kerja ini dibuka atau diambil alih selagi ipak bekerja, jadi ipak berhenti dan tidak menulis lagi",
        "Jalankan lagi bila ipak lain tidak sedang mengerjakannya; yang belum selesai dikerjakan saat itu.",
        "Komputer yang tertidur atau proses yang lama terhenti dapat dikira mati, lalu kuncinya dibuka dengan `ipak "
        "unlock`. Sebelum menulis, ipak melihat apakah kuncinya masih miliknya. Bila tidak, hasil, laporan dan catatan "
        "menjadi urusan pemegang kunci yang baru.",
    ),
)  # fmt: skip

_FILES: Final = (
    Sentences(
        OPEN_FILE_NOT_REPLACED, "Berkas sedang dibuka; yang baru ditulis di sebelahnya",
        "berkas ini sedang dibuka atau dikunci program lain; isi yang baru ada di “{name}”",
        "Tutup berkas yang lama, lalu jalankan lagi; setelah itu “{name}” boleh dihapus.",
        "Windows dan sebagian drive bersama menolak mengganti berkas yang sedang dibuka, misalnya di Excel. Setelah "
        "beberapa kali dicoba, isi yang baru disimpan dengan nama lain supaya tidak hilang.",
    ),
    Sentences(
        WRITTEN_BY_NEWER_VERSION, "Ditulis oleh ipak yang lebih baru",
        "berkas ini ditulis ipak {found}, padahal ipak di komputer ini {known}",
        "Perbarui ipak di komputer ini.",
        "Beberapa komputer dapat memakai satu ruang kerja. Catatan dari versi yang lebih baru tidak ditebak dan tidak "
        "ditimpa oleh versi lama, sebab isinya dapat berarti lain.",
    ),
    Sentences(
        RUN_RECORD_DAMAGED, "Catatan ruang kerja rusak",
        "berkas ini bukan catatan ipak yang utuh",
        "Hapus berkas ini, lalu jalankan `ipak run`: semua masukan diperiksa lagi.",
        "Catatan ini menyebut kapan terakhir berhasil dan masukan mana yang sudah dikerjakan. Bila isinya diubah dengan "
        "tangan atau rusak, tidak ada yang ditebak darinya.",
    ),
    Sentences(
        LOG_NOT_WRITABLE, "Log tidak dapat ditulis",
        "log tidak dapat ditulis: {reason}",
        "Periksa izin menulis dan ruang kosong di folder .ipak.",
        "Setiap proses mencatat apa yang dikerjakannya di .ipak/ipak.log. Pekerjaannya tetap jalan bila log itu ditolak "
        "sistem, tetapi riwayatnya tidak lengkap.",
    ),
    Sentences(
        RUN_RECORD_UNREADABLE, "Catatan ruang kerja tidak dapat dibaca",
        "berkas ini tidak dapat dibaca",
        "Periksa apakah Anda berhak membacanya, dan apakah drive bersama tersambung.",
        "Tanpa catatan ini tidak diketahui masukan mana yang sudah dikerjakan. Tidak ada yang dihitung atau ditulis.",
    ),
)  # fmt: skip

_SCHEDULE: Final = (
    Sentences(
        PATH_UNFIT_FOR_SCHEDULE, "Alamat tidak dapat ditulis di jadwal",
        "alamat ini memuat tanda yang tidak dapat ditulis di jadwal",
        "Ganti nama foldernya tanpa baris baru, tanda kutip ganda atau tanda kendali, lalu jalankan lagi.",
        "Jadwal cron, systemd dan Task Scheduler adalah teks satu baris. Baris baru atau tanda kendali di nama folder "
        "akan memotong perintahnya.",
    ),
    Sentences(
        SCHEDULE_COMMAND_TOO_LONG, "Perintah jadwal terlalu panjang",
        "perintahnya {length} huruf, padahal schtasks menerima paling banyak 261",
        "Buat jadwalnya lewat jendela Task Scheduler, atau pindahkan ruang kerja ke alamat yang lebih pendek.",
        "Perintah schtasks di Windows membatasi panjang perintah yang dijadwalkan. Jendela Task Scheduler tidak.",
    ),
    Sentences(
        PERCENT_SIGN_IN_PATH, "Tanda persen di alamat Windows",
        "alamat ini memuat tanda %, yang dapat diganti Windows dengan nilai lain",
        "Buat jadwalnya lewat jendela Task Scheduler, atau ganti nama foldernya.",
        "Di jendela perintah Windows, teks di antara dua tanda persen dibaca sebagai nama variabel.",
    ),
)  # fmt: skip

_INBOX: Final = (
    Sentences(
        INBOX_UNREADABLE, "Folder masuk tidak dapat dibuka",
        "folder masukan tidak dapat dibuka: {reason}",
        "Periksa apakah drive bersama tersambung; bila foldernya terhapus, buat lagi folder masuk.",
        "Masukan dicari di folder masuk di ruang kerja. Folder itu tidak dibuat sendiri, sebab drive yang terputus akan "
        "tampak seperti ruang kerja tanpa masukan.",
    ),
    Sentences(
        FOLDER_UNREADABLE, "Folder tidak dapat dibuka",
        "folder ini tidak dapat dibuka: {reason}",
        "Periksa izin membacanya; isinya belum diperiksa.",
        "Folder di bawah folder masuk ikut diperiksa. Bila salah satunya tidak dapat dibuka, yang lain tetap dikerjakan.",
    ),
    Sentences(
        LINK_LEAVES_INBOX, "Tautan ke luar folder masuk",
        "ini tautan ke berkas atau folder di luar folder masuk, dan tidak diikuti",
        "Hapus tautannya lebih dulu, lalu salin berkas yang sebenarnya ke folder masuk.",
        "Tautan ke tempat lain dapat menunjuk ke berkas yang salah, atau ke berkas yang hanya ada di satu komputer.",
    ),
    Sentences(
        INPUT_UNREADABLE, "Masukan tidak dapat dibaca",
        "berkas tidak dapat dibaca: {reason}",
        "Tutup berkas itu bila sedang dibuka, dan periksa izin membacanya.",
        "Sistem menolak membuka berkas ini. Masukan lain tetap dikerjakan, dan berkas ini dicoba lagi lain kali.",
    ),
    Sentences(
        COPY_IDENTICAL, "Salinan yang sama",
        "isi salinan ini sama dengan {original}",
        "Hapus salinan ini bila tidak diperlukan.",
        "Drive bersama dan pengelola berkas membuat salinan dengan nama yang mirip. Isinya sama, jadi tidak dipakai lagi.",
    ),
    Sentences(
        COPY_DIFFERS, "Salinan yang berbeda dari aslinya",
        "salinan ini berbeda isinya dari {original}, dan tidak dipakai",
        "Bandingkan keduanya, simpan yang benar dengan nama {original}, lalu hapus atau pindahkan yang lain.",
        "Dua orang menyimpan berkas yang sama pada saat yang berdekatan, atau seseorang menyalinnya. Yang mana yang "
        "benar tidak dapat ditebak dari namanya.",
    ),
    Sentences(
        COPY_WITHOUT_ORIGINAL, "Salinan tanpa aslinya",
        "nama ini seperti nama salinan, tetapi berkas aslinya tidak ada",
        "Bila berkas ini memang yang benar, ganti namanya tanpa tanda salinan, seperti (1), Copy atau Salinan.",
        "Salinan dapat lebih lama atau lebih baru daripada berkas aslinya. Karena itu tidak dipakai sebelum seseorang "
        "memastikannya.",
    ),
    Sentences(
        STILL_BEING_WRITTEN, "Masih ditulis",
        "berkas ini masih ditulis atau baru saja berubah, dan dibiarkan sampai lain kali",
        "Tidak perlu apa-apa: berkas ini diperiksa lagi pada waktu berikutnya.",
        "Berkas yang sedang disalin atau disimpan belum lengkap. Ia baru dibaca setelah ukuran dan waktunya tidak "
        "berubah lagi.",
    ),
    Sentences(
        SAME_INPUT_TWICE, "Masukan yang sama dua kali",
        "isi berkas ini sama dengan {other}, dan hanya dihitung sekali",
        "Hapus salah satunya.",
        "Dua berkas dengan isi yang sama memberi hasil yang sama, jadi satu saja yang dihitung.",
    ),
)  # fmt: skip

_RUN: Final = (
    Sentences(
        INPUT_KIND_UNKNOWN, "Jenis masukan tidak dikenal",
        "berkas ini bukan ekspor survei menurut rubrik {survey} dan bukan buku kerja PEKPPP",
        'Bila ini jawaban survei dengan judul kolom kantor sendiri, jalankan `ipak rubric new "masuk/{name}"`; bila survei '
        "lain, periksa rubrik di ipak.yaml; bila bukan survei, pindahkan dari folder masuk.",
        "Folder masuk hanya untuk ekspor jawaban survei dan buku kerja penilaian mandiri. Jenisnya dikenali dari isinya, "
        "bukan dari namanya.",
    ),
    Sentences(
        INPUT_SPANS_PERIODS, "Masukan memuat beberapa periode",
        "berkas ini memuat jawaban dari beberapa periode, dan tidak dipilih sendiri",
        'Jalankan `ipak score "masuk/{name}" --period {period}`, lalu begitu juga untuk setiap periode lain di dalamnya: '
        "{periods:,…}; setelah itu berkas ini dianggap selesai.",
        "Ekspor setahun penuh memuat beberapa periode sekaligus. Periode mana yang dimaksud hanya diketahui kantor.",
    ),
    Sentences(
        INPUT_PERIOD_UNKNOWN, "Periode masukan tidak diketahui",
        "berkas ini tidak menyebut periodenya",
        'Jalankan `{command} "masuk/{name}" --period PERIODE`, dengan periode yang benar di tempat PERIODE, misalnya '
        "{example}; setelah itu berkas ini dianggap selesai.",
        "Periode dibaca dari isi berkas: waktu pengisian survei, atau sel Triwulan pada buku kerja PEKPPP. Periode "
        "tidak pernah ditebak dari nama berkas atau dari tanggal hari ini.",
    ),
    Sentences(
        FAULTY_INPUT_FOR_PERIOD, "Masukan lain untuk periode ini gagal",
        "{other} juga untuk {kind} periode {period} tetapi gagal, jadi berkas ini belum dihitung sendirian",
        "Perbaiki {other}, atau pindahkan dari folder masuk bila bukan bagian survei ini; bila keduanya satu survei, jalankan "
        "`ipak score` sekali dengan kedua berkas.",
        "Beberapa loket dapat mengisi satu survei. Bila sebagian berkasnya gagal, berkas sisanya bukan seluruh periode, "
        "dan hasilnya tidak boleh tampak seperti itu.",
    ),
    Sentences(
        RESULT_WITHOUT_FAULTY_INPUT, "Hasil belum memuat masukan yang gagal",
        "berkas ini juga untuk {kind} periode {period} tetapi gagal; hasil yang ada, antara lain dari {other}, belum memuatnya",
        "Perbaiki berkas ini, atau pindahkan dari folder masuk bila bukan bagian survei ini.",
        "Hasil yang sudah ada tidak ditarik karena sebuah berkas baru gagal dibaca. Jangan dianggap lengkap sebelum "
        "berkas ini beres.",
    ),
    Sentences(
        NEW_RESULTS_BESIDE_FAILED_INPUT, "Hasil baru di samping masukan yang gagal",
        "{names:dan} gagal sebelum periodenya diketahui; hasil baru periode {periods:dan} tidak memuatnya",
        "Bila itu bagian dari survei periode tersebut, hasilnya belum lengkap: perbaiki berkasnya, lalu jalankan `ipak score` "
        "sekali dengan semua berkasnya. Bila bukan, pindahkan dari folder masuk.",
        "Beberapa loket dapat mengisi satu survei. Periode sebuah berkas yang tidak terbaca tidak ditebak, jadi hasil yang "
        "dibuat pada jalan yang sama disebut.",
    ),
    Sentences(
        TWO_INPUTS_FOR_PERIOD, "Dua masukan untuk satu periode",
        "{others:dan} juga untuk {kind} periode {period}; berkas ini tidak dihitung",
        "Pindahkan yang salah dari folder masuk{joined}.",
        "Satu periode mempunyai satu hasil survei dan satu hasil PEKPPP. Berkas mana yang benar, atau apakah semuanya "
        "digabung, tidak ditebak, juga bila salah satunya datang lebih dulu: hasilnya dipindahkan ke folder `lama` dan "
        "laporannya ditarik sampai tinggal satu. Yang dihitung kantor sendiri dengan `ipak score` tetap.",
    ),
    Sentences(
        STORED_USER_SCORE_REUSED, "Nilai F-03 dipakai lagi",
        "nilai F-03 {f03} dari hasil {period} yang tersimpan dipakai lagi",
        "Bila nilainya berubah, jalankan `ipak pekppp assess` dengan --f03 yang baru.",
        "Nilai F-03 tidak ada di dalam buku kerja. Yang pernah diberikan untuk periode ini tetap berlaku sampai diganti.",
    ),
    Sentences(
        INTERNAL_ERROR, "Kesalahan di dalam ipak",
        "ada kesalahan di dalam ipak ({kind}) ketika mengerjakan ini; yang lain tetap dikerjakan",
        "Laporkan kepada pengelola ipak, dengan versi ipak dan kode ini.",
        "Ini kekurangan ipak, bukan kesalahan pada berkas Anda. Hasil yang lama tetap utuh.",
    ),
    Sentences(
        NO_WORKSPACE_BELOW, "Tidak ada ruang kerja di bawah folder ini",
        "folder ini dan folder-folder di bawahnya tidak memuat {marker}",
        "Periksa alamatnya, dan apakah drive bersama tersambung.",
        "Drive yang terputus tampak seperti folder kosong. Karena itu folder tanpa ruang kerja adalah kesalahan, dan "
        "tidak ada yang dibuat di dalamnya.",
    ),
    Sentences(
        STEP_TOO_LONG, "Terlalu lama dikerjakan",
        "ini belum selesai sesudah {minutes} menit, dan dihentikan; yang lain tetap dikerjakan",
        "Periksa apakah drive bersama lambat atau berkas ini luar biasa besar; batasnya dapat diubah di ipak.yaml "
        "(run: deadline, dalam menit).",
        "Satu berkas yang tidak kunjung selesai tidak boleh menahan semua yang lain. Ia dicoba lagi pada waktu "
        "berikutnya.",
    ),
    Sentences(
        STEP_DIED, "Berhenti di tengah jalan",
        "proses yang mengerjakan ini berhenti sendiri, mungkin karena memori habis; yang lain tetap dikerjakan",
        "Periksa apakah berkas ini luar biasa besar dan berapa memori komputer ini; bila tidak, laporkan kepada "
        "pengelola ipak.",
        "Setiap berkas dikerjakan oleh proses tersendiri, dengan batas memori. Bila proses itu mati, hasil yang lama "
        "tetap utuh, dan berkasnya dicoba lagi pada waktu berikutnya.",
    ),
    Sentences(
        INPUT_KNOWN_BY_NUMBERS, "Butir hanya bernomor",
        "judul kolom di berkas ini hanya bernomor, jadi belum tentu survei menurut rubrik {survey}; berkas ini "
        "tidak dihitung sendiri",
        'Bila memang survei itu, jalankan `ipak score "masuk/{name}"`; setelah itu berkas ini dianggap selesai. '
        "Jawaban F-03 dipakai dengan `ipak pekppp assess --f03`.",
        "Banyaknya kolom bernomor sama dengan banyaknya butir, tetapi kuesioner lain, misalnya F-03 PEKPPP, dapat "
        "tampak sama. Tanpa orang yang memastikan, angkanya dapat menjadi indeks yang salah.",
    ),
)  # fmt: skip

_STATUS: Final = (
    Sentences(
        NEVER_SUCCEEDED, "Belum pernah berhasil",
        "`ipak run` belum pernah berhasil di ruang kerja ini",
        "Perbaiki dulu yang tertulis di bawah Bermasalah, bila ada; lalu jalankan `ipak run`, dan periksa apakah "
        "jadwalnya terpasang.",
        "Setiap kali berhasil, `ipak run` mencatat waktunya di ruang kerja. Catatan itu belum ada.",
    ),
    Sentences(
        LAST_SUCCESS_TOO_OLD, "Terlalu lama tidak berhasil",
        "`ipak run` terakhir berhasil {age} yang lalu, lebih lama dari {limit}",
        "Periksa jadwalnya, log di folder .ipak, dan apakah drive bersama tersambung.",
        "Pekerjaan yang diam-diam berhenti adalah kegagalan yang paling buruk. Karena itu umur keberhasilan terakhir "
        "dapat diperiksa dengan --max-age.",
    ),
    Sentences(
        FORMER_RESULT_WITHDRAWN, "Masukan pindah periode",
        "{kind} di berkas ini dulu untuk periode {period}, kini untuk {now}; hasil {period} dipindahkan ke folder "
        "`lama`, dan laporannya ditarik",
        "Periksa apakah tanggal atau periode di berkas ini memang dibetulkan; bila tidak, taruh kembali berkas yang "
        "dulu.",
        "Jawabannya sama, hanya periodenya lain. Bila hasil yang dulu tetap ada, responden yang sama terhitung dua "
        "kali dalam tren. Tidak ada yang dihapus: hasil itu ada di folder `lama` periodenya.",
    ),
    Sentences(
        FORMER_RESULT_KEPT, "Hasil periode yang dulu tetap",
        "{kind} di berkas ini dulu untuk periode {period}, kini untuk {now}; hasil {period} yang tersimpan tetap",
        "Bila hasil {period} itu keliru, pindahkan hasil/{period}/{file} dan folder laporan/{period} ke luar ruang "
        "kerja; bila benar, tidak perlu apa-apa.",
        "Nama berkas yang sama dipakai untuk periode lain dengan jawaban yang lain, atau hasil yang dulu dibuat "
        "sendiri oleh kantor. Apakah hasil itu masih berlaku tidak dapat ditebak, jadi tidak ditarik.",
    ),
    Sentences(
        RESULT_OLDER_THAN_FAILING_INPUT, "Hasil lebih lama dari masukannya",
        "hasil {kind} periode {period} yang tersimpan dibuat dari isi berkas ini yang dulu; isinya yang sekarang "
        "belum menjadi hasil",
        "Betulkan berkas ini menurut kesalahan yang disebut untuknya, lalu jalankan `ipak run` lagi.",
        "Berkas yang berubah dan tidak dapat dihitung tidak menghapus hasil yang dulu. Selama itu hasil dan laporan "
        "periode tersebut lebih lama dari berkasnya.",
    ),
    Sentences(
        STORED_FIGURE_NOT_IN_SETTINGS, "Angka hasil tidak ada di ipak.yaml",
        "hasil periode {period} memakai {key} {value}, yang tidak disebut di ipak.yaml",
        "Bila angka itu benar, tulis di ipak.yaml; bila tidak, jalankan `ipak score` lagi dengan berkas dan pilihan yang sama, "
        "tanpa angka itu.",
        "Angka itu diberikan dengan pilihan `ipak score`, atau dulu ada di ipak.yaml. Dari hasilnya saja keduanya tidak "
        "dapat dibedakan, jadi hasil yang tersimpan tetap.",
    ),
)  # fmt: skip

_DECISIONS: Final = (
    Sentences(
        DECIDED_FILE_MISSING, "Berkas dari sebuah hasil tidak ada lagi",
        "hasil periode {period} dihitung dari {names:dan}, yang tidak ada lagi; hasilnya dibiarkan dan tidak dihitung "
        "ulang",
        "Taruh kembali berkas itu. Bila memang tidak dipakai lagi, jalankan `{command}`.",
        "Beberapa berkas dihitung bersama sebagai satu survei. Bila salah satunya hilang, menghitung sisanya saja akan "
        "mengurangi responden diam-diam. Tidak ada yang diubah sampai berkasnya kembali atau kantor memutuskan.",
    ),
    Sentences(
        RESULT_OUTLIVES_FILES, "Semua berkas sebuah hasil tidak ada lagi",
        "{names:dan} tidak ada lagi di folder masuk; hasil periode {period} dibiarkan dan tidak dapat dihitung ulang",
        "Bila terhapus, taruh kembali; bila memang disimpan di tempat lain, tidak perlu tindakan.",
        "Hasil yang tersimpan tetap berlaku walaupun berkasnya sudah disimpan di tempat lain. Ini dikatakan sekali saja, "
        "pada jalan pertama sesudah berkasnya tidak ada.",
    ),
    Sentences(
        DECISION_MEETS_NEW_CONTENT, "Isi berkas berubah, caranya tetap",
        "isi berkas ini berubah sejak hasil periode {period}; hasil itu dihitung lagi dengan cara yang sama: {how:,}",
        "Periksa apakah cara itu masih benar untuk isi yang baru; bila tidak, jalankan `ipak score` dengan pilihan lain.",
        "Cara menghitung yang dipilih kantor (berkas bersama, --lenient, periode, lembar, urutan tanggal) disimpan di "
        "dalam hasil dan diulang oleh `ipak run`. Hasil yang dulu ada di folder `lama`.",
    ),
    Sentences(
        DECISION_NOT_REPEATABLE, "Hasil tidak dapat dihitung ulang",
        "hasil periode {period} memakai {key} {value}, sedangkan ipak.yaml kini {now}; berkasnya ({names:,}) tidak ada "
        "di folder masuk, jadi hasil itu dibiarkan",
        "Salin berkasnya ke folder masuk, lalu jalankan `ipak score` sekali lagi dengan pilihan yang sama; atau kembalikan "
        "angka di ipak.yaml.",
        "`ipak run` hanya membaca folder masuk. Dari berkas di tempat lain hasil menyimpan nama dan sidiknya saja, jadi "
        "hasil itu tidak dapat diulang dengan setelan yang baru.",
    ),
    Sentences(
        PERIOD_OF_NEW_CONTENT_UNKNOWN, "Periode isi yang baru tidak diketahui",
        "isi berkas ini berubah dan tidak memuat waktu, jadi belum tentu masih untuk periode {period}; hasil yang "
        "tersimpan dibiarkan",
        "Jalankan `ipak score` untuk berkas ini dengan periode yang benar, misalnya --period {period}.",
        "Periode berkas tanpa kolom waktu disebut oleh kantor untuk isi yang dulu. Ekspor periode berikutnya sering "
        "disimpan dengan nama yang sama, sehingga mengulanginya dapat menimpa hasil periode lalu.",
    ),
    Sentences(
        SCORED_WITH_A_FAULTY_FILE, "Dihitung bersama berkas yang bermasalah",
        "berkas ini dihitung bersama {other}, yang bermasalah; keduanya belum menjadi hasil yang baru",
        "Betulkan berkas itu menurut kesalahan yang disebut untuknya, lalu jalankan `ipak run` lagi.",
        "Beberapa berkas yang dihitung bersama adalah satu survei: bila satu bermasalah, tidak satu pun dihitung.",
    ),
)  # fmt: skip

_KINDS_OF_FILE: Final = (
    Sentences(
        LINK_NOT_FOLLOWED, "Tautan di ruang kerja tidak diikuti",
        "ini tautan ke tempat lain, bukan berkas atau folder sungguhan",
        "Hapus tautannya lebih dulu, lalu salin berkas atau folder yang sebenarnya di tempat itu.",
        "Tautan dapat menunjuk ke berkas mana pun di komputer ini, juga yang bukan milik ruang kerja. Karena itu ipak "
        "tidak membaca dan tidak menulis lewat tautan di dalam ruang kerja. Folder ruang kerjanya sendiri boleh dicapai "
        "lewat tautan.",
    ),
    Sentences(
        NOT_A_REAL_FILE, "Bukan berkas biasa",
        "ini pipa, perangkat atau soket, bukan berkas",
        "Hapus atau pindahkan dari tempat itu; bila tidak tahu asalnya, tanyakan kepada pengelola komputer.",
        "Membaca pipa bernama dapat membuat ipak menunggu selamanya, dan perangkat tidak ada habisnya. Yang dibaca dan "
        "ditulis hanyalah berkas biasa.",
    ),
    Sentences(
        WORKSPACE_FILE_TOO_LARGE, "Berkas ruang kerja terlalu besar",
        "berkas ini lebih besar dari {limit}, dan tidak dibaca",
        "Periksa apakah berkas ini memang berkas ipak; yang bukan, pindahkan dari ruang kerja.",
        "Setelan, hasil, templat dan catatan ipak jauh lebih kecil dari batas itu. Berkas yang lebih besar bukan buatan "
        "ipak atau sudah rusak, dan membacanya dapat menghabiskan memori.",
    ),
    Sentences(
        NAME_LEAVES_WORKSPACE, "Nama yang keluar dari ruang kerja",
        "“{name}” menunjuk ke luar ruang kerja ini",
        "Perbaiki nama itu: tulis dari folder ruang kerja, tanpa .. dan tanpa garis miring di depan.",
        "Nama berkas ruang kerja dibaca dari folder ruang kerja itu sendiri. Nama yang memuat .. atau alamat lengkap dapat "
        "menunjuk ke berkas milik orang lain.",
    ),
)  # fmt: skip

ENTRIES: Final[tuple[Sentences, ...]] = (
    *_LOCK, *_FILES, *_SCHEDULE, *_INBOX, *_RUN, *_STATUS, *_DECISIONS, *_KINDS_OF_FILE,
)  # fmt: skip

SENTENCES: Final = {
    CATEGORY_OR_NAME: "{code} atau {name}",
    AS_ONE_SURVEY: "; bila semuanya satu survei, jalankan `{command}`: `ipak run` mengulanginya begitu",
    RECAP_OR_ANSWERS: ". Yang satu rekap, yang lain jawaban responden: keduanya tidak pernah dijumlahkan. Jawaban lebih lengkap daripada rekapnya, tetapi rekap dapat memuat lebih banyak responden",
    LISTED_BEFORE: "{first}, {rest}",
    KIND_FORM: "formulir tindak lanjut",
    KIND_REPORT: "laporan",
    KIND_UNKNOWN: "jenis belum dikenal",
    NOTHING_STORED_YET: "belum ada satu pun",
    PASTE_IN_COMMAND_PROMPT: "Tempelkan baris ini di Command Prompt (cmd). Untuk drive jaringan pakai alamat \\\\server\\folder, sebab huruf drive hanya dikenal selama Anda masuk ke Windows.",
    PASTE_IN_CRONTAB: "Jalankan `crontab -e` dan tempelkan baris ini; cron mengirim surel hanya bila ada yang perlu diketahui.",
    REPORT_OF_PERIOD: "laporan {period}",
    SAVE_AS_SERVICE: "Simpan sebagai ~/.config/systemd/user/ipak.service; kabarnya: `journalctl --user -u ipak`.",
    SAVE_AS_TIMER: "Simpan di folder yang sama, lalu jalankan `systemctl --user enable --now ipak.timer` dan, supaya tetap jalan tanpa masuk ke komputer, `loginctl enable-linger`.",
    STEP_DONE: "{what} {name}: selesai",
    STEP_FAILED: "{what} {name}: gagal",
}
