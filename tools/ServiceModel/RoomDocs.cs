using System.Globalization;
using System.Security;
using System.Text;

namespace Bedrock.Toolkit.Tools;

/// <summary>What the docs of a room say: our own words where the room has them, and otherwise what follows from the facts of the model.</summary>
internal sealed class RoomDocs(RoomTypes types)
{
    /// <summary>Writes the docs of a type.</summary>
    public void Type(CodeText code, ApiShape shape)
    {
        (string summary, string? remarks, _) = Words(shape.Name);
        if (summary.Length == 0)
        {
            summary = TypeSummary(shape);
        }

        if (shape.IsEnum)
        {
            summary += " An open value: any other string works too.";
        }
        else if (shape.IsUnion)
        {
            summary = $"{summary.TrimEnd('.')}: a closed set, with <see cref=\"{types.UnknownOf(shape)}\"/> for what this version does not know.";
        }

        code.Doc("summary", summary);
        code.Doc("remarks", (remarks is null ? string.Empty : remarks + " ") + "Source: " + types.PageOf(shape));
    }

    /// <summary>Writes the docs of a member.</summary>
    public void Member(CodeText code, ApiShape shape, ApiMember member)
    {
        (string summary, string? value, string? third) = Words($"{shape.Name}.{member.Name}");
        if (shape.IsUnion)
        {
            (summary, value) = (value ?? string.Empty, third);
        }

        code.Doc("summary", summary.Length > 0 ? summary : $"The {Phrase(member.Name)}{(member.IsDeprecated ? ", for old callers only" : string.Empty)}.");
        code.Doc("value", value ?? Value(shape, member));
    }

    /// <summary>Writes the docs of a union's variant.</summary>
    public void Variant(CodeText code, ApiShape union, ApiMember member)
    {
        string summary = Words($"{union.Name}.{member.Name}").First;
        code.Doc("summary", summary.Length > 0 ? summary : $"<see cref=\"{types.NameOf(union.Name)}\"/> with the {Phrase(member.Name)}.");
    }

    /// <summary>Writes the docs of a named value.</summary>
    public void Value(CodeText code, ApiShape shape, string value)
    {
        string summary = Words($"{shape.Name}.{value}").First;
        code.Doc("summary", summary.Length > 0 ? summary : $"<c>{Escape(value)}</c>.");
    }

    /// <summary>The parts of an entry of the room's words.</summary>
    public (string First, string? Second, string? Third) Words(string key)
    {
        if (!types.Room.Words.TryGetValue(key, out string? text))
        {
            return (string.Empty, null, null);
        }

        string[] parts = text.Split(" | ");
        return (parts[0].Trim(), Part(1), Part(2));

        string? Part(int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
    }

    /// <summary>A name as words: <c>modelArn</c> is "model ARN".</summary>
    public static string Phrase(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool ends = i == name.Length
                || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
                || (i + 1 < name.Length && char.IsUpper(name[i]) && char.IsLower(name[i + 1]));
            if (ends)
            {
                words.Add(Word(name[start..i]));
                start = i;
            }
        }

        return string.Join(' ', words);
    }

    private static string Word(string word) => word.ToUpperInvariant() switch
    {
        "ARN" or "URI" or "URL" or "KMS" or "VPC" or "S3" or "JSON" or "API" or "IAM" or "PII" => word.ToUpperInvariant(),
        "ARNS" => "ARNs",
        "ID" or "IDS" => word.ToLowerInvariant(),
        _ => word.Length > 1 && word.All(char.IsUpper) ? word : word.ToLowerInvariant(),
    };

    private string TypeSummary(ApiShape shape)
    {
        string phrase = Phrase(types.NameOf(shape.Name));
        string capital = char.ToUpperInvariant(phrase[0]) + phrase[1..];
        if (shape.IsEnum)
        {
            return capital + ".";
        }

        return types.OperationWithInput(shape.Name) is { } input ? $"What {input.Name} takes."
            : types.OperationWithOutput(shape.Name) is { } output ? $"What {output.Name} answers."
            : capital + ".";
    }

    private string Value(ApiShape shape, ApiMember member)
    {
        var value = new StringBuilder();
        ApiShape type = types.Model[member.Shape];
        string form = types.FormOf(shape, member);
        bool isInput = types.IsInput(shape.Name);
        string limits = Limits(type);
        if (form == "required" || shape.IsUnion)
        {
            value.Append("Required").Append(limits.Length > 0 ? "; " : string.Empty).Append(limits).Append('.');
        }
        else if (form == "empty")
        {
            value.Append(limits).Append(limits.Length > 0 ? "; empty" : "Empty").Append(isInput ? " by default." : " when there are none.");
        }
        else
        {
            string absent = member.IsToken ? "a new one is made for each call and kept over its attempts when null"
                : isInput ? "omitted when null" : "null when the service did not say";
            value.Append(limits).Append(limits.Length > 0 ? "; " + absent : Capital(absent)).Append('.');
        }

        if (type.Type == "blob")
        {
            value.Append(" Plain bytes here, base64 only on the wire; not copied: leave the memory unchanged until the call has begun.");
        }

        if (type.IsSensitive)
        {
            value.Append(" Sensitive: do not log it.");
        }

        return Capital(value.ToString());
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // Lengths, counts and ranges. A pattern is given where it is short enough to be read.
    private static string Limits(ApiShape type)
    {
        string unit = type.Type switch
        {
            "string" => " characters",
            "blob" => " bytes",
            "list" or "map" => " entries",
            _ => string.Empty,
        };
        bool counts = unit.Length > 0;
        string range = (type.Min, type.Max) switch
        {
            ({ } min, { } max) when min == max => Number(min) + unit,
            ({ } min, { } max) when counts && min <= 0 => $"at most {Number(max)}{unit}",
            ({ } min, { } max) => $"{Number(min)} to {Number(max)}{unit}",
            ({ } min, null) when min > 0 || !counts => $"at least {Number(min)}{unit}",
            (null, { } max) => $"at most {Number(max)}{unit}",
            _ => string.Empty,
        };
        string pattern = type.Pattern is { Length: <= 60 } text ? $"pattern <c>{Escape(text)}</c>" : string.Empty;
        return range.Length > 0 && pattern.Length > 0 ? $"{range}, {pattern}" : range + pattern;
    }

    private static string Number(decimal number) => number.ToString("#,0.############################", CultureInfo.InvariantCulture);

    private static string Escape(string text) => SecurityElement.Escape(text)
        .Replace("&apos;", "'", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal);
}
