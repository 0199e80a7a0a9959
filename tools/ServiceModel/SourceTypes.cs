using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tools;

/// <summary>What the library's source says about its wire types, generated and hand-written alike. Nothing is compiled for it.</summary>
/// <remarks>
/// It reads the form that the conventions prescribe, and a test compares what it reads with what is compiled. Types are told apart by their simple
/// names, of which the conventions allow one each.
/// </remarks>
internal sealed partial class SourceTypes
{
    private readonly Dictionary<string, SourceClass> _classes = [];
    private readonly Dictionary<string, HashSet<string>> _values = [];
    private readonly Dictionary<string, string> _constants = [];
    private readonly List<(string? Text, string? Constant, SourceCall Call)> _calls = [];
    private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _cases = [];
    private readonly List<(string Text, string Type)> _arms = [];

    /// <summary>The classes, by name.</summary>
    public IReadOnlyDictionary<string, SourceClass> Classes => _classes;

    /// <summary>Reads the sources below some folders.</summary>
    public static SourceTypes Read(IEnumerable<string> folders)
    {
        var types = new SourceTypes();
        foreach (string file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Replace('\\', '/').Split('/').Any(part => part is "obj" or "bin")))
        {
            types.Add(File.ReadAllText(file));
        }

        return types;
    }

    /// <summary>The calls of an operation; there are several where a body may be typed and raw.</summary>
    public IReadOnlyList<SourceCall> CallsOf(string operation) =>
        [.. _calls.Where(call => (call.Text ?? _constants.GetValueOrDefault(call.Constant!)) == operation).Select(call => call.Call)];

    public SourceClass? Class(string name) => _classes.GetValueOrDefault(name);

    /// <summary>The texts of an open value; null when the type is none.</summary>
    public IReadOnlySet<string>? ValuesOf(string name) => _values.GetValueOrDefault(name);

    /// <summary>Whether a text stands somewhere in the source, in capitals or not: header names, event names, members of errors.</summary>
    public bool HasText(string text) => _texts.Contains(text);

    /// <summary>The type of a member of a class or its bases; null when there is none of that name on the wire.</summary>
    public string? MemberOf(string type, string wireName)
    {
        for (SourceClass? found = Class(type); found is not null; found = found.Base is null ? null : Class(found.Base))
        {
            if (found.Members.TryGetValue(wireName, out string? member))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The variant of a union that has a member; of a stream's events, the one of that name.</summary>
    public string? VariantOf(string union, string wireName) =>
        _cases.GetValueOrDefault(union + "." + wireName)
        ?? _arms.FirstOrDefault(arm => arm.Text == wireName && Class(arm.Type)?.Base == union).Type
        ?? _classes.Values.FirstOrDefault(candidate => candidate.Base == union && candidate.Members.ContainsKey(wireName))?.Name;

    private void Add(string text)
    {
        SourceClass? type = null;
        string? wireName = null;
        string? union = null;
        foreach (ReadOnlySpan<char> untrimmed in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = untrimmed.Trim();
            if (trimmed.IsEmpty || trimmed.StartsWith("//"))
            {
                continue;
            }

            string line = trimmed.ToString();
            if (line.Contains('"', StringComparison.Ordinal))
            {
                AddTexts(line);
            }

            if (untrimmed[0] != ' ')
            {
                type = line.Contains("class ", StringComparison.Ordinal) && Declaration().Match(line) is { Success: true } match ? ClassOf(match) : type;
                union = line.Contains("UnionConverter<", StringComparison.Ordinal) ? UnionBase().Match(line).Groups[1].Value : union;
                wireName = null;
            }
            else if (union is not null && line.StartsWith("Case<", StringComparison.Ordinal))
            {
                Match variant = Case().Match(line);
                _cases[union + "." + variant.Groups[2].Value] = variant.Groups[1].Value;
            }
            else if (line.StartsWith("[JsonPropertyName(", StringComparison.Ordinal))
            {
                wireName = line.Split('"')[1];
            }
            else if (type is not null && line.StartsWith("public ", StringComparison.Ordinal) && Property().Match(line) is { Success: true } property)
            {
                type.Properties.Add(property.Groups[2].Value);
                if (wireName is not null)
                {
                    type.Members[wireName] = property.Groups[1].Value;
                }

                wireName = null;
            }
        }

        AddCalls(text);
    }

    private void AddTexts(string line)
    {
        foreach (ValueMatch match in Literal().EnumerateMatches(line))
        {
            _texts.Add(line.Substring(match.Index + 1, match.Length - 2));
        }

        if (OpenValue().Match(line) is { Success: true } value)
        {
            (_values.TryGetValue(value.Groups[1].Value, out HashSet<string>? known) ? known : _values[value.Groups[1].Value] = []).Add(value.Groups[2].Value);
        }
        else if (Constant().Match(line) is { Success: true } constant)
        {
            _constants[constant.Groups[1].Value] = constant.Groups[2].Value;
        }
        else if (Arm().Match(line) is { Success: true } arm)
        {
            _arms.Add((arm.Groups[2].Value, arm.Groups[1].Value));
        }
    }

    private SourceClass ClassOf(Match declaration)
    {
        string name = declaration.Groups[1].Value;
        SourceClass found = _classes.TryGetValue(name, out SourceClass? known) ? known : _classes[name] = new SourceClass(name);
        found.IsAbstract |= declaration.Value.Contains("abstract ", StringComparison.Ordinal);
        found.Base ??= declaration.Groups[2].Success ? declaration.Groups[2].Value : null;
        return found;
    }

    private void AddCalls(string text)
    {
        if (!text.Contains("Operation = ", StringComparison.Ordinal))
        {
            return;
        }

        foreach (Match call in Call().Matches(text))
        {
            Match? method = Method().Matches(text[..call.Index]).LastOrDefault();
            string signature = call.Groups[2].Success ? call.Groups[2].Value : method?.Groups[1].Value ?? string.Empty;
            _calls.Add((
                call.Groups[3].Success ? call.Groups[3].Value : null,
                call.Groups[4].Success ? call.Groups[4].Value : null,
                new SourceCall(
                    call.Groups[1].Success ? [.. call.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)] : [],
                    [.. Parameter().Matches(signature).Select(parameter => parameter.Groups[1].Value)])));
        }
    }

    [GeneratedRegex(@"^(?:public|internal) (?:\w+ )*class (\w+)(?:<[^>]*>)?(?:\([^)]*\))?(?: : (\w+)(?![\w<.]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"UnionConverter<(\w+)>", RegexOptions.CultureInvariant)]
    private static partial Regex UnionBase();

    [GeneratedRegex(@"^Case<(\w+)>\(""(\w+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Case();

    [GeneratedRegex(@"^public (?:(?:required|virtual|override|abstract|static) )*(\w[^(]*?) (\w+)(?: \{| =>|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Property();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^public static (\w+) \w+ \{ get; \} = new\(""(.*)""\);", RegexOptions.CultureInvariant)]
    private static partial Regex OpenValue();

    [GeneratedRegex(@"const string (\w+) = ""(.*)"";", RegexOptions.CultureInvariant)]
    private static partial Regex Constant();

    [GeneratedRegex(@"^(\w+) => ""(\w+)"",", RegexOptions.CultureInvariant)]
    private static partial Regex Arm();

    // `new BedrockCall<A, B> { Operation = "X"`, or `BedrockCall<A, B> Method(parameters) => new() { Operation = Constant`.
    [GeneratedRegex(
        @"(?:Bedrock(?:Streaming)?Call<([^<>]*)>|BedrockRawRequest)(?:\s+\w+\(([^()]*)\) => new\(\))?\s*\{\s*Operation = (?:""(\w+)""|(?:\w+\.)*(\w+)),",
        RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex(@"(?:public|internal|private) [^;{}=()]*\(([^;{}()]*(?:\([^()]*\)[^;{}()]*)*)\)\s*(?:\{|=>)", RegexOptions.CultureInvariant)]
    private static partial Regex Method();

    [GeneratedRegex(@"(\w+)(?: = [^,]*)?(?=,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}

/// <summary>A class, with all its parts.</summary>
internal sealed class SourceClass(string name)
{
    public string Name { get; } = name;

    public string? Base { get; set; }

    public bool IsAbstract { get; set; }

    /// <summary>The types of its members by their names on the wire.</summary>
    public Dictionary<string, string> Members { get; } = [];

    /// <summary>The names of all its properties.</summary>
    public HashSet<string> Properties { get; } = [];
}

/// <summary>A call of an operation in the source: its type arguments, and the parameters of the method that makes it.</summary>
internal sealed record SourceCall(IReadOnlyList<string> Types, IReadOnlyList<string> Parameters);
