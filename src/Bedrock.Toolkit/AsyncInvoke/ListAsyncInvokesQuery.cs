using System.Globalization;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>Writes <see cref="ListAsyncInvokesRequest"/> as a query.</summary>
internal static class ListAsyncInvokesQuery
{
    /// <summary>The query, percent-encoded; null when nothing is asked for.</summary>
    public static string? Of(ListAsyncInvokesRequest request)
    {
        var query = new StringBuilder();
        Add(query, "submitTimeAfter", request.SubmitTimeAfter is { } after ? TimestampConverter.Format(after) : null);
        Add(query, "submitTimeBefore", request.SubmitTimeBefore is { } before ? TimestampConverter.Format(before) : null);
        Add(query, "statusEquals", request.StatusEquals is { } status ? Required(status.Value, nameof(request.StatusEquals)) : null);
        Add(query, "maxResults", request.MaxResults?.ToString(CultureInfo.InvariantCulture));
        Add(query, "nextToken", request.NextToken);
        Add(query, "sortBy", request.SortBy is { } sortBy ? Required(sortBy.Value, nameof(request.SortBy)) : null);
        Add(query, "sortOrder", request.SortOrder is { } order ? Required(order.Value, nameof(request.SortOrder)) : null);
        foreach ((string name, JsonElement value) in request.AdditionalProperties ?? new Dictionary<string, JsonElement>())
        {
            Add(query, name, TextOf(name, value));
        }

        return query.Length == 0 ? null : query.ToString();
    }

    private static void Add(StringBuilder query, string name, string? value)
    {
        if (value is not null)
        {
            query.Append(query.Length == 0 ? string.Empty : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    private static string Required(string? value, string member) => string.IsNullOrEmpty(value)
        ? throw new ArgumentException($"ListAsyncInvokesRequest.{member} is a value without text: use one of its named values.", "request")
        : value;

    private static string? TextOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Null => null,
        _ => throw new ArgumentException(
            $"ListAsyncInvokesRequest.AdditionalProperties['{name}'] must be a string, a number or a boolean to go into the query.", "request"),
    };
}
