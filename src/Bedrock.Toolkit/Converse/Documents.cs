using System.Text.Json;

namespace Bedrock.Toolkit.Converse;

/// <summary>Free documents and copies of collections.</summary>
internal static class Documents
{
    /// <summary>The document <c>{}</c>.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);

    public static IList<T> Copied<T>(this IList<T> list) => new List<T>(list);

    // A null element is kept: the request check names it.
    public static IList<T> Copied<T>(this IList<T> list, Func<T, T> copy)
        where T : class => new List<T>(list.Select(item => item is null ? null! : copy(item)));

    public static IDictionary<string, T>? Copied<T>(this IDictionary<string, T>? members) =>
        members is null ? null : new Dictionary<string, T>(members);
}
