using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit;

/// <summary>Writes the query of a call: members that are null are left out, lists repeat their name, everything is percent-encoded.</summary>
/// <param name="request">The name of the request's type, for the messages.</param>
internal sealed class QueryText(string request)
{
    private readonly StringBuilder _query = new();

    /// <summary>The query without the question mark; null when nothing is asked for.</summary>
    public string? ToQuery() => _query.Length == 0 ? null : _query.ToString();

    public QueryText Add(string name, string? value)
    {
        if (value is not null)
        {
            _query.Append(_query.Length == 0 ? string.Empty : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public QueryText Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryText Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", _ => null });

    public QueryText Add(string name, DateTimeOffset? value) => Add(name, value is { } time ? TimestampConverter.Format(time) : null);

    public QueryText Add<T>(string name, T? value, [CallerArgumentExpression(nameof(value))] string member = "")
        where T : struct, IOpenValue<T> => Add(name, value is { } known ? TextOf(known, member) : null);

    public QueryText Add(string name, IList<string>? values)
    {
        foreach (string value in values ?? [])
        {
            Add(name, value);
        }

        return this;
    }

    public QueryText Add<T>(string name, IList<T>? values, [CallerArgumentExpression(nameof(values))] string member = "")
        where T : struct, IOpenValue<T>
    {
        foreach (T value in values ?? [])
        {
            Add(name, TextOf(value, member));
        }

        return this;
    }

    /// <summary>The members that this version does not know.</summary>
    public QueryText AddOthers(BedrockObject others)
    {
        foreach ((string name, JsonElement value) in others.AdditionalProperties ?? new Dictionary<string, JsonElement>())
        {
            Add(name, value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                JsonValueKind.Null => null,
                _ => throw new ArgumentException(
                    $"{request}.AdditionalProperties['{name}'] must be a string, a number or a boolean to go into the query.", nameof(request)),
            });
        }

        return this;
    }

    private string TextOf<T>(T value, string member)
        where T : struct, IOpenValue<T> => string.IsNullOrEmpty(value.Value)
        ? throw new ArgumentException(
            $"{request}.{member[(member.LastIndexOf('.') + 1)..]} is a value without text: use one of its named values.", nameof(request))
        : value.Value;
}
