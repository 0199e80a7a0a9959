namespace Bedrock.Toolkit.Serialization;

/// <summary>Copies of what members hold; generated code calls them. Null stays null, also in a list: the check of the request names it.</summary>
internal static class Copies
{
    [return: NotNullIfNotNull(nameof(value))]
    public static T? Of<T>(T? value)
        where T : BedrockObject => (T?)value?.Copy();

    [return: NotNullIfNotNull(nameof(value))]
    public static T? Parts<T>(ICopied<T>? value)
        where T : class => value?.Copy();

    [return: NotNullIfNotNull(nameof(list))]
    public static IList<T>? Copy<T>(this IList<T>? list) => list is null ? null : new List<T>(list);

    [return: NotNullIfNotNull(nameof(list))]
    public static IList<T>? Copy<T>(this IList<T>? list, Func<T, T> copy)
    {
        if (list is null)
        {
            return null;
        }

        var copies = new List<T>(list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            copies.Add(copy(list[i]));
        }

        return copies;
    }

    [return: NotNullIfNotNull(nameof(members))]
    public static IDictionary<string, T>? Copy<T>(this IDictionary<string, T>? members) => members is null ? null : new Dictionary<string, T>(members);

    [return: NotNullIfNotNull(nameof(members))]
    public static IDictionary<string, T>? Copy<T>(this IDictionary<string, T>? members, Func<T, T> copy) =>
        members?.ToDictionary(member => member.Key, member => copy(member.Value));
}
