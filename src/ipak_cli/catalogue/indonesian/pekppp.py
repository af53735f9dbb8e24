"""Why a level is what it is, and what a higher one needs."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue import pekppp as p

SENTENCES: Final = {
    # Why a level is what it is.
    p.COUNT_MET: "{count} dari {all} hal terpenuhi",
    p.ANSWERED_AS: "dijawab “{answer}”: {fact}",
    p.FACT_ANSWERED: "{fact}: {answer}",
    p.MANDATORY_SO_FAR: "baru {count} dari {all} hal wajib terpenuhi",
    p.MANDATORY_AND_MORE: "semua hal wajib terpenuhi, ditambah {count} pelengkap",
    p.BASE_NOT_MET: "unsur dasar dijawab “{answer}”: {fact}",
    p.BASE_AND_MORE: "unsur dasar terpenuhi, ditambah {count} unsur lain",
    p.CRITERIA_WITH_KEY: "{count} kriteria, termasuk kriteria kunci",
    p.CRITERIA_WITHOUT_KEY: "{count} kriteria, tanpa kriteria kunci ({key})",
    p.MEDIA_AND_CHANNEL: "{count} media memuat seluruh komponen, dan saluran wajib sudah memuatnya",
    p.MEDIA_WITHOUT_CHANNEL: "{count} media memuat seluruh komponen, dan saluran wajib belum memuatnya",
    p.ALL_STEPS: "semua langkah terpenuhi",
    p.STEP_UNMET: "langkah {step} belum terpenuhi: {fact}",
    p.STEP_UNMET_AND_MORE: "langkah {step} belum terpenuhi: {fact} (dan {more} hal lain)",
    p.CASE_HOLDS: "{answers}",
    p.NO_CASE_HOLDS: "tidak ada keadaan di atas tingkat 0 yang terpenuhi",
    p.MORE_DONE_THAN_DUE: "{done} dikerjakan, lebih banyak dari {planned} yang seharusnya; periksa angkanya",
    p.NOTHING_TO_FOLLOW_UP: "tidak ada yang harus ditindaklanjuti; tanyakan kepada evaluator",
    p.NONE_FOLLOWED_UP: "belum satu pun dari {planned} yang ditindaklanjuti",
    p.DONE_IN_PART: "baru {done} dari {planned} yang ditindaklanjuti",
    p.END_BEFORE_START: "tindak lanjut bertanggal {end}, sebelum {start}; periksa tanggalnya",
    p.TOOK_AT_MOST: "{start} sampai {end}, paling lama {months} bulan",
    p.TOOK_MORE_THAN: "{start} sampai {end}, lebih dari {months} bulan",
    p.NO_PLAN: "tidak ada rencana",
    p.MORE_DONE_THAN_PLANNED: (
        "{done} dilaksanakan, lebih banyak dari {planned} yang direncanakan; periksa angkanya"
    ),
    p.PLAN_IS_EMPTY: "rencana tidak memuat satu pun tindakan",
    p.NONE_DONE: "belum satu pun dari {planned} yang dilaksanakan",
    p.SHARE_DONE: "{done} dari {planned} dilaksanakan ({percent} %)",
    p.SHARE_DONE_UNPROVEN: "{done} dari {planned} dilaksanakan ({percent} %), tetapi tidak ada laporannya",
    p.MORE_SETTLED_THAN_RECEIVED: (
        "{settled} selesai, lebih banyak dari {received} yang diterima; periksa angkanya"
    ),
    p.NOTHING_RECEIVED: "tidak ada yang masuk pada kedua saluran",
    p.NONE_SETTLED: "belum satu pun diselesaikan",
    p.SHARE_SETTLED: "{settled} dari {received} diselesaikan ({percent} %)",
    # Why there is no level.
    p.FACT_BLANK: "{id} belum diisi: {fact}",
    p.FACT_UNREADABLE: "{id} tidak terbaca: {fact}",
    p.NO_FACT_READABLE: "tidak satu pun faktanya terbaca",
    p.CLAIM_ALONE: "nilai mandiri, tanpa fakta",
    p.NOTHING_FILLED: "belum diisi",
    # What the instrument leaves open, and what contradicts each other.
    p.READINGS_USED: "{readings}",
    p.CONTRADICTION: "{first:,} bertentangan dengan {second:,}: {text}",
    p.ANSWER_GIVEN: "{fact} (indikator {no}) “{answer}”",
    p.ANSWERS_GIVEN: "{first} s.d. {last} (indikator {no}) “{answer}”",
    p.ANSWER_GIVEN_IN: "{fact} (indikator {no}, sel {cells}) “{answer}”",
    p.ANSWERS_GIVEN_IN: "{first} s.d. {last} (indikator {no}, sel {cells}) “{answer}”",
    p.USERS_ANSWERS: "{questions} pertanyaan, {respondents} responden, {answers} jawaban",
    p.USERS_ANSWERS_OF_FORM: (
        "{questions} pertanyaan formulir {form}, {respondents} responden, {answers} jawaban"
    ),
    # What a higher level needs.
    p.NEED_ALL_OF: "{facts}",
    p.NEED_SOME_OF: "{count} dari: {facts}",
    p.LEVEL_WORDING: "{text}",
    p.FOLLOW_UP_FIRST: "tindak lanjuti paling sedikit 1 dari {planned} rekomendasi",
    p.FOLLOW_UP_MORE: "tindak lanjuti {count} rekomendasi lagi",
    p.DONE_BY: "laporan paling lambat {day}",
    p.NEXT_TIME_WITHIN: (
        "pada SKM berikutnya, tindak lanjut selesai paling lama {months} bulan setelah laporannya"
    ),
    p.FOLLOW_UP_ALL_WITHIN: (
        "tindak lanjuti semuanya paling lama {months} bulan setelah laporannya ({start}; {end})"
    ),
    p.PLAN_AT_LEAST: "rencanakan paling sedikit {count} tindak lanjut",
    p.ACT_ON_AT_LEAST: "laksanakan paling sedikit {count} dari {planned}",
    p.SETTLE_AT_LEAST: "selesaikan paling sedikit {count} dari {received}",
    p.USE_MAIN_CHANNEL: (
        "salurkan pengaduan lewat saluran utama dan selesaikan; satu saja sudah cukup, sebab "
        "persentase saluran utama yang dibaca ({fact})"
    ),
    # A rule in words.
    p.FACTS_RUN: "{first} sampai {last}",
    p.COUNT_OF: "banyaknya yang terpenuhi dari {facts:,}",
    p.COUNT_OF_ON_BASE: "bila {base} terpenuhi, banyaknya yang terpenuhi dari {facts:,}",
    p.AT_LEAST_MET: "paling sedikit {count} yang terpenuhi",
    p.ALL_MANDATORY: "semua yang wajib terpenuhi: {facts:,}",
    p.ALL_MANDATORY_ON_BASE: "bila {base} terpenuhi, semua yang wajib terpenuhi: {facts:,}",
    p.EACH_COMPLEMENT: "untuk setiap pelengkap, sampai tingkat 5: {facts:,}",
    p.BASE_GIVES_LEVELS: "{base} memberi tingkat {levels:,} menurut jawabannya, dari yang terburuk",
    p.EACH_OTHER_ON_BASE: "bila {base} terpenuhi penuh, untuk setiap unsur lain: {facts:,}",
    p.CRITERIA_OF_ON_BASE: "bila {base} terpenuhi, banyaknya kriteria dari {facts:,}",
    p.AT_LEAST_WITHOUT_KEY: "paling sedikit {count} kriteria, tanpa {key}",
    p.AT_LEAST_WITH_KEY: "paling sedikit {count} kriteria, termasuk {key}",
    p.MEDIA_OF: "banyaknya media yang terpenuhi dari {facts:,}",
    p.SOMETHING_PUBLISHED: "ada yang sudah dimuat, tetapi belum memenuhi tingkat 2",
    p.AT_LEAST_MEDIA: "paling sedikit {count} media",
    p.AT_LEAST_MEDIA_AND_CHANNEL: "paling sedikit {count} media, dan {channel} terpenuhi",
    p.LADDER: "tangga: setiap tingkat juga memerlukan semua tingkat di bawahnya",
    p.FACTS_TOGETHER: "{facts:,}",
    p.FACTS_TOGETHER_DOUBTFUL: "{facts:,} (meragukan)",
    p.HIGHEST_SATISFIED: "tingkat tertinggi yang terpenuhi",
    p.FOR_ALL_SERVICES: "{fact} untuk semua layanan",
    p.FOR_SOME_SERVICES: "{fact} untuk sebagian layanan",
    p.FOR_SOME_SERVICES_DOUBTFUL: "{fact} untuk sebagian layanan (meragukan)",
    p.FIRST_CASE_DECIDES: "keadaan pertama yang cocok; bila tidak ada, tingkat 0",
    p.CONDITION: "{fact} {answers}",
    p.EITHER: "{first} atau {other}",
    p.CONDITIONS: "{conditions}",
    p.CONDITIONS_DOUBTFUL: "{conditions} (meragukan)",
    p.ELAPSED_FROM_TO: "lama waktu dari {start} sampai {end}, bila {done} sebanyak {planned}",
    p.WITHIN_MONTHS: "paling lama {months} bulan",
    p.LONGER_OR_IN_PART: "lebih lama dari itu, atau baru sebagian yang dikerjakan",
    p.SHARE_OF_PLAN: "{done} dibagi {planned}, bila {base} dan {report} terpenuhi",
    p.PLAN_ALONE: "{base} terpenuhi, selebihnya belum",
    p.MAIN_CHANNEL: "saluran utama, bila dipakai: {settled} dibagi {received}",
    p.OTHER_CHANNEL: "saluran lain: {settled} dibagi {received}",
    p.NOTHING_SETTLED_ANYWHERE: "belum satu pun selesai pada kedua saluran",
    p.SHARE_FROM: "mulai {percent} %",
    p.SHARE_ABOVE: "di atas {percent} %",
    p.SHARE_FROM_DOUBTFUL: "mulai {percent} % (tepat di batas ini meragukan)",
    p.SHARE_ABOVE_DOUBTFUL: "di atas {percent} % (tepat di batas ini meragukan)",
    # What is wrong with a rule's numbers, or shown by trying it.
    p.RISING_FROM: "makin besar, mulai dari {least} atau lebih",
    p.FROM_NOTHING: "mulai dari 0",
    p.LISTED_TOO_LOW: "paling kecil {without} dan {with_key}, seperti batas tertingginya",
    p.FALLING_TO_NOTHING: "makin kecil, dari paling besar 100 sampai 0",
    p.FALLING_ABOVE: "makin kecil dan lebih dari {floor}",
    p.LEVEL_NEVER_REACHED: "tingkat {level} tidak pernah tercapai",
    p.INPUT_WITHOUT_LEVEL: "ada isian lengkap tanpa tingkat: {reason}",
    p.BETTER_ANSWER_LOWERS: "jawaban yang lebih baik pada {fact} menurunkan tingkat",
    # The workbook's rows and cells.
    p.ROW_OF_INDICATOR: "indikator {id:,}",
    p.ROW_OF_FACT: "fakta {id:,}",
    p.ROW_AND_CELL: "{row} (sel {cell})",
    p.ROWS_AND_CELLS: "{first:,} dan {more} sel lagi",
    p.ROWS_FROM_TO: "{first} s.d. {last}",
    p.ROWS_COUNTED: "{rows} ({count} baris)",
    p.FORMULA_WITHOUT_VALUE: "rumus tanpa nilai",
    p.NOTHING_WRITTEN: "(kosong)",
    p.READING_DENIED: "izin baca tidak ada",
    p.READING_REFUSED: "sistem menolaknya",
    p.READING_TOO_LARGE: "lebih besar dari {limit} GB",
    p.NO_LEVEL: "indikator {no} belum dinilai",
    p.F03_NOT_GIVEN: "nilai F-03 dari pengguna layanan tidak diberikan",
    p.F03_CELLS_MERGED: "sel jawaban F-03 digabung",
    p.F03_SEVERAL_SHEETS: "lebih dari satu lembar berisi jawaban F-03",
    p.F03_NO_ANSWERS: "berkas F-03 tidak memuat jawaban",
    p.F03_NEEDS_MENDING: "berkas jawaban F-03 perlu diperbaiki",
    p.F03_WRITE_A_NUMBER: "Tulis satu bilangan bulat 0 sampai 5 dari formulir asal; tidak ada yang dibulatkan.",
    p.F03_WRITE_THE_NUMBER: "Tulis angka 0 sampai 5 dari formulir asal, sebab tidak diketahui kata mana berarti angka "
    "berapa. Bila kolom itu bukan pertanyaan F-03, hapus kolomnya.",
    p.F03_FORMAT_AS_TEXT: "Jadikan kolom itu berformat Teks, lalu tulis lagi jawabannya sebagai 4 dari formulir asal: Excel "
    "mengubah 4/5 menjadi tanggal. Bila kolom itu bukan pertanyaan, ganti judulnya menjadi Tanggal.",
    p.F03_ANSWER_ALL: "Lengkapi dari formulir asal, sebab setiap responden wajib menjawab semua pertanyaan. Bila formulir itu "
    "sendiri tidak lengkap, hapus barisnya.",
}
