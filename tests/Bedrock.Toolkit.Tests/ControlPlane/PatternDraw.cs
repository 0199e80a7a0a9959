using System.Globalization;
using System.Text;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Draws a text that fits a pattern of a service model: groups, alternatives, classes and counts; short, and another one each turn.</summary>
internal sealed class PatternDraw
{
    private readonly string _pattern;
    private readonly int _turn;
    private int _at;
    private int _drawn;

    private readonly int _stretch;

    private PatternDraw(string pattern, int turn, int stretch) => (_pattern, _turn, _stretch) = (pattern, turn, stretch);

    /// <summary>Draws a text.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="turn">Which one.</param>
    /// <param name="stretch">How much more often what may be repeated is.</param>
    public static string Text(string pattern, int turn, int stretch = 0) => new PatternDraw(pattern, turn, stretch).Alternatives();

    // Up to the end or a closing bracket.
    private string Alternatives()
    {
        List<string> all = [Sequence()];
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            all.Add(Sequence());
        }

        return all[_turn % all.Count];
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            int start = _at;
            string first = Atom();
            int end = _at;
            for (int count = Count(); count > 0; count--)
            {
                text.Append(first);
                if (count > 1)
                {
                    int after = _at;
                    _at = start;
                    first = Atom();
                    _at = after;
                }
            }

            Assert.True(_at >= end);
        }

        return text.ToString();
    }

    private string Atom()
    {
        switch (_pattern[_at++])
        {
            case '(':
                _at += _pattern[_at] == '?' ? 2 : 0;
                string inner = Alternatives();
                _at++;
                return inner;
            case '[':
                return Class().ToString();
            case '\\' when _pattern[_at] == 'b':
                _at++;
                return string.Empty;
            case '\\':
                return Escape().ToString();
            case '.':
                return "x";
            case '^' or '$':
                return string.Empty;
            case var letter:
                return letter.ToString();
        }
    }

    private char Class()
    {
        bool isNegated = _pattern[_at] == '^';
        List<char> all = [];
        for (; _pattern[_at] != ']'; _at++)
        {
            char first = _pattern[_at] == '\\' ? EscapeInClass() : _pattern[_at];
            if (_pattern[_at + 1] == '-' && _pattern[_at + 2] != ']')
            {
                char last = _pattern[_at += 2];
                all.AddRange(Enumerable.Range(first, last - first + 1).Select(code => (char)code));
            }
            else
            {
                all.Add(first);
            }
        }

        _at++;
        return isNegated ? 'x' : all[(_turn + (7 * _drawn++)) % all.Count];
    }

    private int Count()
    {
        int more = _turn % 2;
        switch (_at < _pattern.Length ? _pattern[_at] : ' ')
        {
            case '?':
                _at++;
                return more;
            case '*':
                _at++;
                return more + _stretch;
            case '+':
                _at++;
                return 1 + more + _stretch;
            case '{':
                int end = _pattern.IndexOf('}', _at);
                string[] limits = _pattern[(_at + 1)..end].Split(',');
                _at = end + 1;
                int least = int.Parse(limits[0], CultureInfo.InvariantCulture);
                int most = limits[^1].Length == 0 ? int.MaxValue : int.Parse(limits[^1], CultureInfo.InvariantCulture);
                return Math.Min(least + more + _stretch, most);
            default:
                return 1;
        }
    }

    private char EscapeInClass()
    {
        _at++;
        char escaped = Escape();
        _at--;
        return escaped;
    }

    // Behind the backslash; a category of characters has its name in braces.
    private char Escape()
    {
        char letter = _pattern[_at++];
        switch (letter)
        {
            case 'p' or 'P':
                int end = _pattern.IndexOf('}', _at);
                string category = _pattern[(_at + 1)..end];
                _at = end + 1;
                return letter == 'P' ? 'x' : category switch { "Z" or "Zs" => ' ', "N" or "Nd" => '5', "P" or "S" => '.', _ => 'x' };
            case 'u':
                _at += 4;
                return (char)int.Parse(_pattern[(_at - 4).._at], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            default:
                return Escaped(letter);
        }
    }

    private static char Escaped(char letter) => letter switch
    {
        's' => ' ',
        'S' => 'x',
        'd' => '5',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => letter,
    };
}
