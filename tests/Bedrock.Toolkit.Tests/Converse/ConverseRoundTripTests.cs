using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Converse;
using FsCheck.Xunit;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Nothing is lost between object, JSON and object, whatever the values are.</summary>
public sealed class ConverseRoundTripTests
{
    /// <summary>Every class of Converse that travels as JSON.</summary>
    public static TheoryData<Type> WireTypes => [.. typeof(ConverseRequest).Assembly.GetTypes().Where(IsWireType).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [Property(MaxTest = 500)]
    public void Request_Drawn_SurvivesJson(int[] choices) => AssertSurvives(new DrawnValue(choices).Make<ConverseRequest>());

    [Property(MaxTest = 500)]
    public void Response_Drawn_SurvivesJson(int[] choices) => AssertSurvives(new DrawnValue(choices).Make<ConverseResponse>());

    [Property(MaxTest = 500)]
    public void Event_Drawn_SurvivesJson(int[] choices) => AssertSurvives(new DrawnValue(choices).Make<ConverseStreamEvent>());

    [Property(MaxTest = 200)]
    public void Clone_Drawn_IsEqualAndSharesNothingThatChanges(int[] choices)
    {
        ConverseRequest request = new DrawnValue(choices).Make<ConverseRequest>();

        ConverseRequest clone = request.Clone();

        Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(clone));
        HashSet<object> originals = new(ReferenceEqualityComparer.Instance);
        Collect(request, originals);
        HashSet<object> copies = new(ReferenceEqualityComparer.Instance);
        Collect(clone, copies);
        Assert.Equal(originals.Count, copies.Count);
        Assert.Empty(originals.Intersect(copies, ReferenceEqualityComparer.Instance).Select(shared => shared!.GetType().Name));
    }

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Write_EveryMemberSet_WritesEveryMember(Type type)
    {
        object value = new DrawnValue([1, 3, 5], everyMember: true).Make(type, 0)!;

        using JsonDocument written = JsonDocument.Parse(JsonSerializer.Serialize(value, BedrockJson.Options.GetTypeInfo(type)));

        JsonElement root = written.RootElement;
        Assert.All(DrawnValue.Members(type), member =>
            Assert.True(root.TryGetProperty(member.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name, out _), $"{type.Name}.{member.Name} is missing."));
    }

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Read_EmptyObject_LeavesNoNullWhereNoneIsAllowed(Type type)
    {
        var nullability = new NullabilityInfoContext();
        JsonSerializerOptions options = BedrockJson.Options;
        object? value;
        try
        {
            value = JsonSerializer.Deserialize("{}", options.GetTypeInfo(type));
        }
        catch (JsonException)
        {
            // Only what requests alone hold has required members.
            Assert.Contains(type.GetProperties(), p => p.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null);
            return;
        }

        Assert.All(DrawnValue.Members(type), member => Assert.True(
            nullability.Create(member).ReadState == NullabilityState.Nullable || member.GetValue(value) is not null, $"{type.Name}.{member.Name} is null."));
    }

    private static void AssertSurvives<T>(T value)
    {
        string json = BedrockJson.Serialize(value);

        T read = BedrockJson.Deserialize<T>(json);

        Assert.Equal(json, BedrockJson.Serialize(read));
        HashSet<object> before = new(ReferenceEqualityComparer.Instance);
        Collect(value!, before);
        Assert.NotEmpty(before);
    }

    private static bool IsWireType(Type type) =>
        type is { IsClass: true, IsAbstract: false, Namespace: "Bedrock.Toolkit.Converse", IsPublic: true, IsGenericType: false }
        && type.GetProperty("AdditionalProperties")?.GetCustomAttribute<JsonExtensionDataAttribute>() is not null
        && type.GetConstructor([]) is not null
        && type.GetCustomAttribute<JsonConverterAttribute>() is null
        && ConverseJsonContext.Default.GetTypeInfo(type) is not null;

    /// <summary>Every object in a value that somebody could change: wire objects, lists, maps.</summary>
    private static void Collect(object value, HashSet<object> found)
    {
        if (value is string or JsonElement || value.GetType().IsValueType || !found.Add(value))
        {
            return;
        }

        if (value is IDictionary map)
        {
            foreach (object entry in map.Values) Collect(entry, found);
        }
        else if (value is IEnumerable list)
        {
            foreach (object element in list) Collect(element, found);
        }
        else
        {
            foreach (PropertyInfo property in value.GetType().GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0))
            {
                if (property.GetValue(value) is { } inner) Collect(inner, found);
            }
        }
    }
}
