using System.Globalization;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tools;

/// <summary>Writes what is checked before a request is sent, from the facts of the model: required members, lengths, counts, ranges, patterns.</summary>
internal sealed class CheckWriter(RoomTypes types)
{
    // What every text fits.
    private static readonly string[] Anything = [".*", @"[\s\S]*"];

    private readonly Dictionary<string, bool> _known = [];

    /// <summary>Whether there is anything to check in a class or below it.</summary>
    public bool HasChecks(string shape)
    {
        if (_known.TryGetValue(shape, out bool known))
        {
            return known;
        }

        // A class that holds itself has what its other members have.
        _known[shape] = false;
        ApiShape found = types.Model[shape];
        bool has = found.Type switch
        {
            "structure" when found.IsDocument || !types.Has(shape) => false,
            "structure" => found.Members.Any(member => MemberForm.IsRequired(types.FormOf(found, member)) || HasChecks(member.Shape)),
            "list" when types.Room.Types.ContainsKey(shape) => false,
            "list" or "map" => Range(found) is not null || HasChecks(found.Element!) || (found.Key is { } key && HasChecks(key)),
            "string" => IsCheckedText(found),
            "integer" or "long" or "float" or "double" or "blob" => Range(found) is not null,
            _ => false,
        };
        _known[shape] = has;
        return has;
    }

    /// <summary>Writes the method of a class; a union has one that leads to its variants'.</summary>
    public void Write(CodeText code, ApiShape shape)
    {
        if (shape.IsUnion)
        {
            code.Line("internal abstract void Check(RequestCheck check);");
            return;
        }

        Body(code, shape, types.MembersOf(shape), "internal void Check(RequestCheck check)", isUnion: false);
    }

    /// <summary>Writes the method of a union's variant.</summary>
    public void Variant(CodeText code, ApiShape union, ApiMember member) =>
        Body(code, union, [member], "internal override void Check(RequestCheck check)", isUnion: true);

    private void Body(CodeText code, ApiShape shape, IEnumerable<ApiMember> members, string head, bool isUnion)
    {
        code.Open(head);
        foreach (ApiMember member in members)
        {
            bool isRequired = isUnion || MemberForm.IsRequired(types.FormOf(shape, member));
            string name = types.NameOf(shape, member);
            ApiShape type = types.Model[member.Shape];
            string required = isRequired ? "true" : "false";
            switch (types.Room.Types.ContainsKey(type.Name) ? string.Empty : type.Type)
            {
                case "string" when type.IsEnum:
                    if (isRequired)
                    {
                        code.Line($"check.Value(\"{name}\", {name}.Value);");
                    }

                    break;
                case "string" when isRequired || IsCheckedText(type):
                    code.Line($"check.Text(\"{name}\", {name}, {required}, {Limits(type)}{Pattern(type)});");
                    break;
                case "integer" or "long" or "float" or "double" when Range(type) is not null:
                    code.Line($"check.Number(\"{name}\", {name}, {Limits(type)});");
                    break;
                case "blob" when Range(type) is not null:
                    code.Line($"check.Count(\"{name}\", {name}{(isRequired ? string.Empty : "?")}.Length, {Limits(type)}, \"bytes\");");
                    break;
                case "list" when isRequired || HasChecks(member.Shape):
                    code.Line($"check.List(\"{name}\", {name}, {required}, {Limits(type)}{Element(type)});");
                    break;
                case "map" when isRequired || HasChecks(member.Shape):
                    code.Line($"check.Map(\"{name}\", {name}, {required}, {Limits(type)}{Element(type)}{Keys(type)});");
                    break;
                case "structure" when !type.IsDocument && (isRequired || HasChecks(member.Shape)):
                    string inner = HasChecks(member.Shape) ? ", static (value, inner) => value.Check(inner)" : string.Empty;
                    code.Line($"check.Object(\"{name}\", {name}, {required}{inner});");
                    break;
                default:
                    break;
            }
        }

        code.Close();
    }

    private string Element(ApiShape type)
    {
        ApiShape element = types.Model[type.Element!];
        return !HasChecks(element.Name) ? string.Empty : element.Type switch
        {
            "structure" => ", static (value, inner) => value.Check(inner)",
            "string" => $", static (value, inner) => inner.Text(value, {Limits(element)}{Pattern(element)})",
            _ => string.Empty,
        };
    }

    private string Keys(ApiShape map)
    {
        ApiShape key = types.Model[map.Key!];
        return IsCheckedText(key) ? $", checkKey: static (key, inner) => inner.Text(key, {Limits(key)}{Pattern(key)})" : string.Empty;
    }

    private static bool IsCheckedText(ApiShape type) => !type.IsEnum && (Range(type) is not null || Pattern(type).Length > 0);

    /// <summary>The pattern of a text that is checked; null when it has none, or one that is left to the service.</summary>
    /// <remarks>Ids and ARNs of Bedrock itself are: each new kind of model widens what they may be, and a client of today must not refuse them.</remarks>
    public static string? PatternOf(ApiShape type) =>
        type.Pattern is { } pattern && !Anything.Contains(pattern) && !IsOfBedrock(type.Name, pattern) && IsTried(pattern) ? pattern : null;

    // Without backtracking a pattern with large counts is too much for the machine.
    private static bool IsTried(string pattern)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking) is not null;
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            // Too large, or of Java's kind.
            return false;
        }
    }

    private static bool IsOfBedrock(string name, string pattern) =>
        name.EndsWith("ModelId", StringComparison.Ordinal) || pattern.Contains("bedrock", StringComparison.Ordinal);

    private static string Pattern(ApiShape type) => PatternOf(type) is { } pattern ? ", " + Literal(pattern) : string.Empty;

    private static string Literal(string text) =>
        $"\"{string.Concat(text.Select(c => c is '\\' or '"' ? $"\\{c}" : c is < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString()))}\"";

    private static string? Range(ApiShape type) => type.Min is null && type.Max is null ? null : Limits(type);

    private static string Limits(ApiShape type) => $"{Number(type, type.Min)}, {Number(type, type.Max)}";

    private static string Number(ApiShape type, decimal? limit) => limit is null ? "null"
        : limit.Value.ToString(CultureInfo.InvariantCulture) + (type.Type is "long" && Math.Abs(limit.Value) > int.MaxValue ? "L" : string.Empty);
}
