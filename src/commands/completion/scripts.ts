import type { Shell } from '../request.ts';

// Each script asks the program what may stand next and hands on its answer. None has a list of its own, so that it stays true when the
// program is renewed; none evaluates what was typed or what is there: the line goes to the program as one text, and paths are left
// to the shell, which quotes them.

const bash = `# quarterday for bash.
_quarterday() {
  local program=$1 word says paths=none
  COMPREPLY=()
  case $program in '~/'*) program=$HOME/\${program#'~/'} ;; esac
  while IFS=$'\\t' read -r word says; do
    case $word in
      :*) paths=\${word#:} ;;
      # bash takes the text after a = for a word of its own.
      *=*) if [[ $COMP_WORDBREAKS == *=* ]]; then COMPREPLY+=("\${word#*=}"); else COMPREPLY+=("$word"); fi ;;
      *) COMPREPLY+=("$word") ;;
    esac
  done < <("$program" __complete bash -- "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  case $paths in
    folders) compopt +o default -o dirnames ;;
    none) compopt +o default ;;
  esac 2>/dev/null
}
complete -o default -F _quarterday quarterday
`;

const zsh = `#compdef quarterday
# quarterday for zsh.
_quarterday() {
  local program=\${(Q)words[1]} line word says paths=none joined=
  local -a offers
  [[ $program == '~/'* ]] && program=$HOME/\${program#'~/'}
  line="\${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
  [[ $PREFIX == --*=* ]] && compset -P '*=' && joined=1
  while IFS=$'\\t' read -r word says; do
    case $word in
      :*) paths=\${word#:} ;;
      *) offers+=("\${\${joined:+\${word#*=}}:-$word}:$says") ;;
    esac
  done < <("$program" __complete zsh -- "$line" 2>/dev/null)
  local answered=1
  (( $#offers )) && _describe -V quarterday offers && answered=0
  case $paths in
    files) _files && answered=0 ;;
    folders) _files -/ && answered=0 ;;
  esac
  return answered
}
if [[ $funcstack[1] == _quarterday ]]; then
  _quarterday "$@"
else
  compdef _quarterday quarterday
fi
`;

const fish = `# quarterday for fish.
function __quarterday_complete
    set -l line (commandline --cut-at-cursor --current-process | string collect)
    set -l typed (commandline --tokenize --cut-at-cursor --current-process)
    # What fish offers after a command without a name is paths.
    set -l token (commandline --cut-at-cursor --current-token)
    set -l program (string replace --regex '^~/' "$HOME/" -- $typed[1])
    for answer in ($program __complete fish -- "$line" 2>/dev/null)
        switch $answer
            case ':files'
                complete --do-complete "'' $token"
            case ':folders'
                complete --do-complete "'' $token" | string match --regex '.*/$'
            case ':*'
            case '*'
                printf '%s\\n' $answer
        end
    end
end
complete --command quarterday --no-files --keep-order --arguments '(__quarterday_complete)'
`;

const powershell = `# quarterday for PowerShell.
Register-ArgumentCompleter -Native -CommandName quarterday, quarterday.cmd -ScriptBlock {
    param($word, $typed, $cursor)
    $text = $typed.ToString()
    $end = $cursor - $typed.Extent.StartOffset
    # Blanks before the cursor are no part of the command that PowerShell has read.
    if ($end -gt $text.Length) { $text = $text.PadRight($end) } else { $text = $text.Substring(0, $end) }
    # Older versions of PowerShell lose quotation marks on the way to a program.
    $line = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text))
    $program = $typed.CommandElements[0].Value
    $paths = 'none'
    foreach ($answer in (& $program __complete powershell -- $line 2>$null)) {
        $offer, $says = $answer -split "\`t", 2
        if ($offer.StartsWith(':')) { $paths = $offer.Substring(1); continue }
        if (-not $says) { $says = $offer }
        [System.Management.Automation.CompletionResult]::new($offer, $offer, 'ParameterValue', $says)
    }
    if ($paths -ne 'none') {
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($word) |
            Where-Object { $paths -eq 'files' -or $_.ResultType -eq 'ProviderContainer' }
    }
}
`;

const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish, powershell };

/** The lines that make a shell complete. */
export function script(shell: Shell): string {
  return scripts[shell].replace(/^# quarterday for .*$/m, (line) => `${line} To do: ${whereToPut[shell]}`);
}

/** Where those lines belong, as a sentence. */
export const whereToPut: Readonly<Record<Shell, string>> = {
  bash: 'write these lines into ~/.bashrc (quarterday completion bash >> ~/.bashrc), and open a new shell.',
  zsh: 'write these lines into ~/.zshrc, below the line with compinit (quarterday completion zsh >> ~/.zshrc), and open a new shell.',
  fish: 'write these lines into a file (quarterday completion fish > ~/.config/fish/completions/quarterday.fish); the next Tab finds it.',
  powershell:
    'write these lines into the file that $PROFILE names (quarterday completion powershell >> $PROFILE), and open a new shell.',
};
