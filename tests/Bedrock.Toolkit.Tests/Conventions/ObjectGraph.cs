using System.Collections;
using System.Reflection;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Everything below a wire object that can be changed in place: wire objects, lists, dictionaries; found by fields, so nothing is hidden.</summary>
internal static class ObjectGraph
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The root and all below it, each object once, with the way to it.</summary>
    public static IReadOnlyList<(string Path, object Value)> Of(object root)
    {
        List<(string Path, object Value)> found = [];
        Visit(root, root.GetType().Name, found, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return found;
    }

    /// <summary>The ways to what two graphs share.</summary>
    public static IEnumerable<string> Shared(object left, object right)
    {
        var known = new HashSet<object>(Of(left).Select(node => node.Value), ReferenceEqualityComparer.Instance);
        return from node in Of(right) where known.Contains(node.Value) select node.Path;
    }

    private static void Visit(object? value, string path, List<(string Path, object Value)> found, HashSet<object> seen)
    {
        // Values, texts, bytes and images, which nobody changes in place, are not looked at.
        if (value is null or string || value.GetType().IsValueType || value is not (BedrockObject or IList or IDictionary or IEnumerable) || !seen.Add(value))
        {
            return;
        }

        found.Add((path, value));
        if (value.GetType().Assembly == KnownModels.Library)
        {
            foreach (FieldInfo field in FieldsOf(value.GetType()))
            {
                Visit(field.GetValue(value), $"{path}.{NameOf(field)}", found, seen);
            }
        }
        else if (value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                Visit(entry.Value, $"{path}['{entry.Key}']", found, seen);
            }
        }
        else
        {
            int index = 0;
            foreach (object? item in (IEnumerable)value)
            {
                Visit(item, $"{path}[{index++}]", found, seen);
            }
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) =>
        type is null || type == typeof(object)
            ? []
            : FieldsOf(type.BaseType).Concat(type.GetFields(Own).Where(field => !typeof(Delegate).IsAssignableFrom(field.FieldType)));

    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
