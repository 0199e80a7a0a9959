using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit;

/// <summary>Refuses a request that the service would surely refuse; the message names the member and the rule, never the value.</summary>
/// <param name="place">Where the object stands that is checked.</param>
internal sealed class RequestCheck(string place)
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public void Text(string name, string? value, bool isRequired, int? min, int? max, [StringSyntax(StringSyntaxAttribute.Regex)] string? pattern = null)
    {
        if (value is null)
        {
            Require(!isRequired, name, "is required");
            return;
        }

        // The service counts characters, and a pair of surrogates is one.
        int length = value.Length - value.Count(char.IsLowSurrogate);
        Require(IsIn(length, min, max), name, $"takes {Range(min, max)} characters; it has {length}");
        Require(pattern is null || PatternOf(pattern).IsMatch(value), name, $"takes text of the form {pattern}");
    }

    /// <summary>An element of a list or map.</summary>
    public void Text(string value, int? min, int? max, [StringSyntax(StringSyntaxAttribute.Regex)] string? pattern = null) =>
        Text(string.Empty, value, isRequired: true, min, max, pattern);

    public void Value(string name, string? value) => Require(!string.IsNullOrEmpty(value), name, "is required: use one of its type's named values");

    public void Number(string name, double? value, double? min, double? max) =>
        Require(value is not { } number || IsIn(number, min, max), name, $"takes {Range(min, max)}");

    public void Count(string name, int? count, int? min, int? max, string unit) =>
        Require(count is not { } known || IsIn(known, min, max), name, $"takes {Range(min, max)} {unit}; it has {count}");

    public void List<T>(string name, IList<T>? list, bool isRequired, int? min, int? max, Action<T, RequestCheck>? check = null)
    {
        Require(list is not null || !isRequired, name, "is required");
        Count(name, list?.Count, min, max, "entries");
        for (int i = 0; i < list?.Count; i++)
        {
            Element(name, $"[{i}]", list[i], check);
        }
    }

    public void Map<T>(
        string name,
        IDictionary<string, T>? map,
        bool isRequired,
        int? min,
        int? max,
        Action<T, RequestCheck>? check = null,
        Action<string, RequestCheck>? checkKey = null)
    {
        Require(map is not null || !isRequired, name, "is required");
        Count(name, map?.Count, min, max, "entries");
        foreach ((string key, T value) in map ?? new Dictionary<string, T>())
        {
            // A key that breaks a rule is a value like others: the message does not repeat it.
            checkKey?.Invoke(key, new RequestCheck($"{place}.{name}.Keys"));
            Element(name, $"['{key}']", value, check);
        }
    }

    public void Object<T>(string name, T? value, bool isRequired, Action<T, RequestCheck>? check = null)
        where T : class
    {
        Require(value is not null || !isRequired, name, "is required");
        if (value is not null)
        {
            check?.Invoke(value, new RequestCheck($"{place}.{name}"));
        }
    }

    private void Element<T>(string name, string index, T value, Action<T, RequestCheck>? check)
    {
        Require(value is not null, name + index, "is null");
        check?.Invoke(value, new RequestCheck($"{place}.{name}{index}"));
    }

    // The service holds the whole text to a pattern. Some patterns would take a backtracking machine ages over a text that nearly fits.
    private static Regex PatternOf(string pattern) => Patterns.GetOrAdd(
        pattern, static text => new Regex($@"\A(?:{text})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));

    private static bool IsIn(double value, double? min, double? max) => (min is null || value >= min) && (max is null || value <= max);

    private static string Range(double? min, double? max) => (min, max) switch
    {
        ({ } least, { } most) when least == most => Number(least),
        ({ } least, { } most) => $"{Number(least)} to {Number(most)}",
        ({ } least, null) => $"at least {Number(least)}",
        (null, { } most) => $"at most {Number(most)}",
        _ => "any number of",
    };

    private static string Number(double number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);

    private void Require(bool condition, string name, string rule)
    {
        if (!condition)
        {
            throw new ArgumentException($"{place}{(name.Length == 0 ? string.Empty : "." + name)} {rule}.", "request");
        }
    }
}
