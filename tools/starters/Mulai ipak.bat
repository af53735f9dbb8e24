@echo off
rem Start ipak on Windows: finds a Python that the wheels beside this file are for, and leaves the rest to it.
setlocal
title ipak
set "FOLDER=%~dp0"
set "FITS=import sys; sys.exit('.'.join(map(str, sys.version_info[:2])) not in '@PYTHONS@'.split() or sys.maxsize < 2**32)"

for %%v in (@PYTHONS@) do (
  py -%%v -c "%FITS%" >nul 2>&1
  if not errorlevel 1 (
    set "PYTHON=py -%%v"
    goto found
  )
)
python -c "%FITS%" >nul 2>&1
if not errorlevel 1 (
  set "PYTHON=python"
  goto found
)

echo Python yang cocok belum ada di komputer ini.
echo.
echo ipak memerlukan Python 64-bit, salah satu dari versi ini: @PYTHONS@.
echo 1. Di komputer yang tersambung internet, buka python.org, lalu unduh "Windows installer (64-bit)".
echo 2. Salin berkas itu ke komputer ini, lalu klik dua kali. Centang "Add python.exe to PATH", lalu pilih "Install Now".
echo    Hak administrator tidak diperlukan.
echo 3. Klik dua kali "Mulai ipak.bat" lagi.
echo.
pause
exit /b 1

:found
%PYTHON% "%FOLDER%roda\mulai.py" %*
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="0" exit /b 0
rem Opened by a double click, the window would close before anybody has read what went wrong.
echo.
pause
exit /b %CODE%
