using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>What is asked of a wire type with one sample of it, whichever family it belongs to.</summary>
internal static class SampleWire
{
    /// <summary>A text that no message may repeat.</summary>
    public const string Secret = "a secret of the sample";

    private const string UnknownMember = "unheard_of_member";
    private const string UnknownValue = "unheard-of-value";

    public static T Read<T>(Sample sample, string json, JsonTypeInfo<T> info)
    {
        try
        {
            if (JsonSerializer.Deserialize(json, info) is { } value)
            {
                return value;
            }

            sample.Fail($"it is the JSON null, which is no {typeof(T).Name}", "Correct the sample.");
        }
        catch (JsonException e)
        {
            sample.Fail($"it cannot be read as {typeof(T).Name}: {e.Message}", "Correct the sample, or the member that the message names.");
        }

        return default;
    }

    /// <summary>What the descriptor writes, which is what <see cref="BedrockJson"/> writes.</summary>
    public static string Write<T>(Sample sample, T value, JsonTypeInfo<T> info)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, value, info);
        string written = Encoding.UTF8.GetString(buffer.WrittenSpan);
        if (!BedrockJson.Options.TryGetTypeInfo(typeof(T), out _) || !IsSame(sample, BedrockJson.Serialize(value), written))
        {
            sample.Fail(
                $"BedrockJson does not write {typeof(T).Name} as the descriptor does",
                "Add the family's context to BedrockJson.Families, with its converters on the members by attribute.");
        }

        return written;
    }

    // A dialect writes the members of its family's type in an order of its own.
    private static bool IsSame(Sample sample, string common, string written) =>
        common == written || (FamilySamples.IsOfDialect(sample) && JsonNode.DeepEquals(JsonNode.Parse(common), JsonNode.Parse(written)));

    /// <summary>Everything in the sample has a member, a variant and a type of its own.</summary>
    public static void CheckTyped(Sample sample, object value)
    {
        foreach ((string path, object node) in ObjectGraph.Of(value))
        {
            if (node is BedrockObject { AdditionalProperties: { Count: > 0 } unknown })
            {
                sample.Fail($"{path} has no member for {string.Join(", ", unknown.Keys)}", "Add the member to the type, or take it out of the sample.");
            }

            if (node is IRawVariant && node.GetType().Name.Contains("Unknown", StringComparison.Ordinal))
            {
                sample.Fail($"{path} was read as {node.GetType().Name}", "Add the variant to the union and its converter, or take it out of the sample.");
            }
        }
    }

    /// <summary>Unknown members in every object, and unknown values in every open value, survive reading and writing.</summary>
    public static void CheckUnknownSurvives<T>(Sample sample, string json, JsonTypeInfo<T> info)
    {
        T value = Read(sample, json, info);
        int members = 0;
        int values = 0;
        foreach (BedrockObject node in ObjectGraph.Of(value!).Select(node => node.Value).OfType<BedrockObject>().Where(HasMembers).ToList())
        {
            node.AdditionalProperties = new Dictionary<string, JsonElement> { [UnknownMember] = JsonElement.Parse("""{"x":[1.0,null]}""") };
            members++;
            foreach (PropertyInfo member in WireTypeRules.MembersOf(node.GetType()).Where(member => IsOpenValue(member) && member.GetValue(node) is not null))
            {
                member.SetValue(node, Activator.CreateInstance(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, UnknownValue));
                values++;
            }
        }

        string first = Write(sample, value, info);
        string second = Write(sample, Read(sample, first, info), info);
        if (first != second)
        {
            sample.Fail(
                $"what nobody knows does not survive reading and writing:\n{first}\n{second}",
                "Derive every object from BedrockObject, and make every string that the service may extend an open value.");
        }

        if (CountOf(first, UnknownMember) != members || CountOf(first, UnknownValue) != values)
        {
            sample.Fail(
                $"of {members} unknown members and {values} unknown values not all are written:\n{first}",
                "A converter of this family drops what it does not know: let generated metadata write the object.");
        }
    }

    /// <summary>Texts that are no such object, whatever its members are.</summary>
    public static IEnumerable<string> Broken(string json)
    {
        foreach (string text in (string[])["", "null", "7", $"\"{Secret}\"", $"<{Secret}>", json + "}"])
        {
            yield return text;
        }

        for (int part = 1; part < 12; part++)
        {
            yield return json[..(json.Length * part / 12)];
        }
    }

    /// <summary>The sample with one member after the other replaced by a value of another kind; some of these may be read all the same.</summary>
    public static IEnumerable<string> Mistyped(string json)
    {
        int members = MembersBelow(JsonNode.Parse(json)).Count();
        for (int i = 0; i < members; i++)
        {
            foreach (string other in (string[])[$"\"{Secret}\"", "7.5", "[[]]", $$$"""{"x":{"y":"{{{Secret}}}"}}""", "true"])
            {
                JsonNode root = JsonNode.Parse(json)!;
                (JsonObject parent, string name) = MembersBelow(root).ElementAt(i);
                parent[name] = JsonNode.Parse(other);
                yield return root.ToJsonString();
            }
        }
    }

    /// <summary>Reads what may not fit: either it is read, or the fault is a <see cref="JsonException"/>.</summary>
    /// <returns>What was read; null when it was refused.</returns>
    public static T? TryRead<T>(Sample sample, string json, JsonTypeInfo<T> info)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, info);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (Exception e)
        {
            sample.Fail(
                $"{json}\nfails with {e.GetType().Name}: {e.Message}",
                "Let the converter throw a JsonException that names the kind of the token, not its content.");
            throw;
        }
    }

    // What is raw JSON, or an array on the wire, has no place for members.
    private static bool HasMembers(BedrockObject node) => node is not (IRawVariant or CohereEmbeddings { IsArray: true });

    private static bool IsOpenValue(PropertyInfo member) =>
        member.SetMethod is { IsPublic: true } && WireTypeRules.IsOnTheWire(member)
        && (Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType).GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenValue<>));

    private static int CountOf(string text, string part) => (text.Length - text.Replace(part, string.Empty, StringComparison.Ordinal).Length) / part.Length;

    private static IEnumerable<(JsonObject Parent, string Name)> MembersBelow(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => MembersBelow(member.Value).Prepend((members, member.Key))),
        JsonArray elements => elements.SelectMany(MembersBelow),
        _ => [],
    };
}
