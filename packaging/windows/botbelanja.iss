; Inno Setup: `iscc packaging\windows\botbelanja.iss` behind `packaging/build.py`.
; Installs for who runs it, without the rights of an administrator. The shop lies in the user's own
; data folder and is left there when the program is removed.

; packaging/build.py writes it.
#define Version Trim(FileRead(FileOpen("..\..\build\VERSION")))

[Setup]
AppId={{6B9E3F5C-9C0B-4B5D-8E0B-7C1B5E7B0A11}
AppName=BotBelanja
AppVersion={#Version}
AppPublisher=BotBelanja
DefaultDirName={autopf}\BotBelanja
DefaultGroupName=BotBelanja
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\..\build
OutputBaseFilename=botbelanja-{#Version}-setup
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
UninstallDisplayIcon={app}\botbelanja.exe

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\build\botbelanja\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\BotBelanja"; Filename: "{app}\botbelanja.exe"
Name: "{autodesktop}\BotBelanja"; Filename: "{app}\botbelanja.exe"; Tasks: desktopicon

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"

[Run]
Filename: "{app}\botbelanja.exe"; Description: "{cm:LaunchProgram,BotBelanja}"; Flags: nowait postinstall skipifsilent
