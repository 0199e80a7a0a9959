using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>Every member of every wire type is set, found on the wire, read back and written again.</summary>
public sealed class WireTypeRoundTripTests
{
    public static TheoryData<string> Requests => [.. KnownModels.RequestTypes.Select(type => type.Name)];

    public static TheoryData<string> Answers => [.. KnownModels.ResponseTypes.Concat(KnownModels.EventTypes).Select(type => type.Name)];

    public static TheoryData<string> Types =>
        [.. KnownModels.ConcreteWireTypes.Where(type => type.GetConstructor(Type.EmptyTypes) is not null && BedrockJson.Options.TryGetTypeInfo(type, out _))
        .Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_EveryMemberSet_IsInTheBytesOfDescriptorAndBedrockJson(string name)
    {
        Type type = KnownModels.RequestTypes.Single(candidate => candidate.Name == name);
        Model model = KnownModels.ModelFor(type);
        object request = new WireTypeFiller().Create(type);

        string byDescriptor = Write(request, KnownModels.RequestTypeInfoOf(model));

        Assert.Equal(WriteByBedrockJson(request, type), byDescriptor);
        using JsonDocument written = JsonDocument.Parse(byDescriptor);
        ConventionFaults.AssertNone(Missing(request, written.RootElement, type.Name));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_EveryMemberSet_GivesTheSameBytesByDescriptorAndBedrockJson(string name)
    {
        Type type = KnownModels.ResponseTypes.Concat(KnownModels.EventTypes).Single(candidate => candidate.Name == name);
        object answer = new WireTypeFiller().Create(type);
        Type descriptor = KnownModels.DescriptorTypes.First(candidate => candidate.GetGenericArguments().Skip(1).Contains(type));
        Model model = KnownModels.ModelFor(descriptor.GetGenericArguments()[0]);
        string member = Array.IndexOf(descriptor.GetGenericArguments(), type) == 1 ? "ResponseTypeInfo" : "EventTypeInfo";

        Assert.Equal(WriteByBedrockJson(answer, type), Write(answer, (JsonTypeInfo)model.GetType().GetProperty(member)!.GetValue(model)!));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void WireType_EveryMemberSet_SurvivesReadingAndWriting(string fullName)
    {
        Type type = KnownModels.ConcreteWireTypes.Single(candidate => candidate.FullName == fullName);
        JsonTypeInfo info = BedrockJson.Options.GetTypeInfo(type);
        object value = new WireTypeFiller().Create(type);

        string first = Write(value, info);
        string second = Write(JsonSerializer.Deserialize(first, info)!, info);

        Assert.Equal(first, second);
        using JsonDocument written = JsonDocument.Parse(first);
        ConventionFaults.AssertNone(Missing(value, written.RootElement, type.Name));
    }

    [Fact]
    public void Missing_MemberThatIsNotWritten_IsFound()
    {
        var request = ChatCompletionRequest.For("a");
        request.StreamOptions = new ChatCompletionStreamOptions { IncludeUsage = true };
        using JsonDocument written = JsonDocument.Parse("""{"messages":[{"role":"user"}],"max_tokens":1024,"stream_options":{}}""");

        Assert.Equal(
            ["R.messages[0].content is not written", "R.stream_options.include_usage is not written"],
            Missing(request, written.RootElement, "R"));
    }

    private static string Write(object value, JsonTypeInfo info)
    {
        MethodInfo write = typeof(WireTypeRoundTripTests).GetMethod(nameof(WriteTyped), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (string)write.MakeGenericMethod(info.Type).Invoke(null, [value, info])!;
    }

    private static string WriteTyped<T>(T value, JsonTypeInfo<T> info)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, value, info);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string WriteByBedrockJson(object value, Type type) =>
        (string)typeof(BedrockJson).GetMethod(nameof(BedrockJson.Serialize))!.MakeGenericMethod(type).Invoke(null, [value])!;

    /// <summary>The members that are set, but not in the JSON.</summary>
    private static IEnumerable<string> Missing(object value, JsonElement written, string path)
    {
        if (value is IList list)
        {
            if (written.ValueKind != JsonValueKind.Array)
            {
                // The string form of a content.
                return [];
            }

            return list.Count == written.GetArrayLength()
                ? list.Cast<object>().SelectMany((item, index) => Missing(item, written[index], $"{path}[{index}]"))
                : [$"{path} has {written.GetArrayLength()} elements of {list.Count}"];
        }

        return KnownModels.IsWireType(value.GetType()) && written.ValueKind == JsonValueKind.Object
            ? WireTypeRules.MembersOf(value.GetType()).SelectMany(member => Missing(value, member, written, path))
            : [];
    }

    private static IEnumerable<string> Missing(object value, PropertyInfo member, JsonElement written, string path)
    {
        if (member.GetValue(value) is not { } set)
        {
            return [];
        }

        if (member.GetCustomAttribute<JsonExtensionDataAttribute>() is not null)
        {
            return from name in ((IDictionary<string, JsonElement>)set).Keys where !written.TryGetProperty(name, out _) select $"{path}.{name} is not written";
        }

        if (member.GetCustomAttribute<JsonPropertyNameAttribute>() is not { } wire)
        {
            return [];
        }

        return written.TryGetProperty(wire.Name, out JsonElement inner)
            ? Missing(set, inner, $"{path}.{wire.Name}")
            : [$"{path}.{wire.Name} is not written"];
    }
}
