using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Conformance.RestJson;

/// <summary>All members of the protocol's test shapes, typed with the converters of the library.</summary>
internal sealed class RestJsonBody
{
    [JsonPropertyName("stringValue")]
    public string? StringValue { get; set; }

    [JsonPropertyName("foo")]
    public string? Foo { get; set; }

    [JsonPropertyName("baz")]
    public string? Baz { get; set; }

    [JsonPropertyName("trueBooleanValue")]
    public bool? TrueBooleanValue { get; set; }

    [JsonPropertyName("falseBooleanValue")]
    public bool? FalseBooleanValue { get; set; }

    [JsonPropertyName("byteValue")]
    [JsonConverter(typeof(CountConverter))]
    public int? ByteValue { get; set; }

    [JsonPropertyName("shortValue")]
    [JsonConverter(typeof(CountConverter))]
    public int? ShortValue { get; set; }

    [JsonPropertyName("integerValue")]
    [JsonConverter(typeof(CountConverter))]
    public int? IntegerValue { get; set; }

    [JsonPropertyName("integerEnum1")]
    [JsonConverter(typeof(CountConverter))]
    public int? IntegerEnum1 { get; set; }

    [JsonPropertyName("integerEnum2")]
    [JsonConverter(typeof(CountConverter))]
    public int? IntegerEnum2 { get; set; }

    [JsonPropertyName("integerEnum3")]
    [JsonConverter(typeof(CountConverter))]
    public int? IntegerEnum3 { get; set; }

    [JsonPropertyName("longValue")]
    [JsonConverter(typeof(LongCountConverter))]
    public long? LongValue { get; set; }

    [JsonPropertyName("floatValue")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public float? FloatValue { get; set; }

    [JsonPropertyName("DoubleDribble")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? DoubleValue { get; set; }

    [JsonPropertyName("data")]
    public ReadOnlyMemory<byte>? Data { get; set; }

    [JsonPropertyName("normal")]
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? Normal { get; set; }

    [JsonPropertyName("dateTime")]
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? DateTime { get; set; }

    [JsonPropertyName("dateTimeOnTarget")]
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? DateTimeOnTarget { get; set; }

    [JsonPropertyName("epochSeconds")]
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? EpochSeconds { get; set; }

    [JsonPropertyName("epochSecondsOnTarget")]
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? EpochSecondsOnTarget { get; set; }

    [JsonPropertyName("datetime")]
    [JsonConverter(typeof(TimestampConverter))]
    public DateTimeOffset? OffsetTime { get; set; }

    [JsonPropertyName("fooEnum1")]
    public BedrockServiceTier? FooEnum1 { get; set; }

    [JsonPropertyName("fooEnum2")]
    public BedrockServiceTier? FooEnum2 { get; set; }

    [JsonPropertyName("fooEnum3")]
    public BedrockServiceTier? FooEnum3 { get; set; }

    [JsonPropertyName("fooEnumList")]
    [JsonConverter(typeof(RestJsonListConverter<BedrockServiceTier>))]
    public IList<BedrockServiceTier>? FooEnumList { get; set; }

    [JsonPropertyName("fooEnumSet")]
    [JsonConverter(typeof(RestJsonListConverter<BedrockServiceTier>))]
    public IList<BedrockServiceTier>? FooEnumSet { get; set; }

    [JsonPropertyName("enumList")]
    [JsonConverter(typeof(RestJsonListConverter<BedrockServiceTier>))]
    public IList<BedrockServiceTier>? EnumList { get; set; }

    [JsonPropertyName("stringList")]
    [JsonConverter(typeof(RestJsonListConverter<string>))]
    public IList<string>? StringList { get; set; }

    [JsonPropertyName("stringSet")]
    [JsonConverter(typeof(RestJsonListConverter<string>))]
    public IList<string>? StringSet { get; set; }

    [JsonPropertyName("integerList")]
    [JsonConverter(typeof(RestJsonListConverter<int>))]
    public IList<int>? IntegerList { get; set; }

    [JsonPropertyName("booleanList")]
    [JsonConverter(typeof(RestJsonListConverter<bool>))]
    public IList<bool>? BooleanList { get; set; }

    [JsonPropertyName("timestampList")]
    [JsonConverter(typeof(RestJsonListConverter<RestJsonTime>))]
    public IList<RestJsonTime>? TimestampList { get; set; }

    [JsonPropertyName("intEnumList")]
    [JsonConverter(typeof(RestJsonListConverter<int>))]
    public IList<int>? IntEnumList { get; set; }

    [JsonPropertyName("integerEnumList")]
    [JsonConverter(typeof(RestJsonListConverter<int>))]
    public IList<int>? IntegerEnumList { get; set; }

    [JsonPropertyName("integerEnumSet")]
    [JsonConverter(typeof(RestJsonListConverter<int>))]
    public IList<int>? IntegerEnumSet { get; set; }

    [JsonPropertyName("nestedStringList")]
    [JsonConverter(typeof(RestJsonListConverter<IList<string>>))]
    public IList<IList<string>>? NestedStringList { get; set; }

    [JsonPropertyName("myStructureList")]
    [JsonConverter(typeof(RestJsonListConverter<RestJsonPair>))]
    public IList<RestJsonPair>? MyStructureList { get; set; }

    [JsonPropertyName("fooEnumMap")]
    [JsonConverter(typeof(RestJsonMapConverter<BedrockServiceTier>))]
    public IDictionary<string, BedrockServiceTier>? FooEnumMap { get; set; }

    [JsonPropertyName("integerEnumMap")]
    [JsonConverter(typeof(RestJsonMapConverter<int>))]
    public IDictionary<string, int>? IntegerEnumMap { get; set; }

    [JsonPropertyName("denseStructMap")]
    [JsonConverter(typeof(RestJsonMapConverter<RestJsonGreeting>))]
    public IDictionary<string, RestJsonGreeting>? DenseStructMap { get; set; }

    [JsonPropertyName("sparseStructMap")]
    [JsonConverter(typeof(RestJsonMapConverter<RestJsonGreeting>))]
    public IDictionary<string, RestJsonGreeting>? SparseStructMap { get; set; }

    [JsonPropertyName("denseNumberMap")]
    [JsonConverter(typeof(RestJsonMapConverter<int>))]
    public IDictionary<string, int>? DenseNumberMap { get; set; }

    [JsonPropertyName("denseBooleanMap")]
    [JsonConverter(typeof(RestJsonMapConverter<bool>))]
    public IDictionary<string, bool>? DenseBooleanMap { get; set; }

    [JsonPropertyName("sparseNumberMap")]
    [JsonConverter(typeof(RestJsonMapConverter<int>))]
    public IDictionary<string, int>? SparseNumberMap { get; set; }

    [JsonPropertyName("sparseBooleanMap")]
    [JsonConverter(typeof(RestJsonMapConverter<bool>))]
    public IDictionary<string, bool>? SparseBooleanMap { get; set; }

    [JsonPropertyName("denseSetMap")]
    [JsonConverter(typeof(RestJsonMapConverter<IList<string>>))]
    public IDictionary<string, IList<string>>? DenseSetMap { get; set; }

    [JsonPropertyName("sparseSetMap")]
    [JsonConverter(typeof(RestJsonMapConverter<IList<string>>))]
    public IDictionary<string, IList<string>>? SparseSetMap { get; set; }

    [JsonPropertyName("docValuedMap")]
    [JsonConverter(typeof(RestJsonMapConverter<JsonElement>))]
    public IDictionary<string, JsonElement>? DocValuedMap { get; set; }

    [JsonPropertyName("documentValue")]
    public JsonElement? DocumentValue { get; set; }

    [JsonPropertyName("nested")]
    [JsonConverter(typeof(RestJsonObjectConverter<RestJsonNested>))]
    public RestJsonNested? Nested { get; set; }

    [JsonPropertyName("contents")]
    public RestJsonUnion? Contents { get; set; }

    [JsonPropertyName("action")]
    public RestJsonUnion? Action { get; set; }

    [JsonPropertyName("value")]
    public RestJsonUnion? Value { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class RestJsonGreeting
{
    [JsonPropertyName("hi")]
    public string? Hi { get; set; }

    [JsonPropertyName("salutation")]
    public string? Salutation { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class RestJsonPair
{
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    [JsonPropertyName("other")]
    public string? Other { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class RestJsonNested
{
    [JsonPropertyName("foo")]
    public string? Foo { get; set; }

    [JsonPropertyName("nested")]
    [JsonConverter(typeof(RestJsonObjectConverter<RestJsonRecursion>))]
    public RestJsonRecursion? Nested { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class RestJsonRecursion
{
    [JsonPropertyName("bar")]
    public string? Bar { get; set; }

    [JsonPropertyName("recursiveMember")]
    [JsonConverter(typeof(RestJsonObjectConverter<RestJsonNested>))]
    public RestJsonNested? RecursiveMember { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class RestJsonUnit
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

[JsonConverter(typeof(RestJsonTimeConverter))]
internal readonly record struct RestJsonTime(DateTimeOffset Value);

internal sealed class RestJsonTimeConverter : JsonConverter<RestJsonTime>
{
    private static readonly TimestampConverter Inner = new();

    public override RestJsonTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(Inner.Read(ref reader, typeof(DateTimeOffset), options));

    public override void Write(Utf8JsonWriter writer, RestJsonTime value, JsonSerializerOptions options) => Inner.Write(writer, value.Value, options);
}

[JsonConverter(typeof(RestJsonUnionConverter))]
internal abstract class RestJsonUnion
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class RestJsonStringValueVariant : RestJsonUnion
{
    [JsonPropertyName("stringValue")]
    public required string Value { get; set; }
}

internal sealed class RestJsonBooleanValueVariant : RestJsonUnion
{
    [JsonPropertyName("booleanValue")]
    public required bool Value { get; set; }
}

internal sealed class RestJsonNumberValueVariant : RestJsonUnion
{
    [JsonPropertyName("numberValue")]
    [JsonConverter(typeof(CountConverter))]
    public required int Value { get; set; }
}

internal sealed class RestJsonBlobValueVariant : RestJsonUnion
{
    [JsonPropertyName("blobValue")]
    public required ReadOnlyMemory<byte> Value { get; set; }
}

internal sealed class RestJsonTimestampValueVariant : RestJsonUnion
{
    [JsonPropertyName("timestampValue")]
    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset Value { get; set; }
}

internal sealed class RestJsonEnumValueVariant : RestJsonUnion
{
    [JsonPropertyName("enumValue")]
    public required BedrockServiceTier Value { get; set; }
}

internal sealed class RestJsonListValueVariant : RestJsonUnion
{
    [JsonPropertyName("listValue")]
    [JsonConverter(typeof(RestJsonListConverter<string>))]
    public required IList<string> Value { get; set; }
}

internal sealed class RestJsonMapValueVariant : RestJsonUnion
{
    [JsonPropertyName("mapValue")]
    [JsonConverter(typeof(RestJsonMapConverter<string>))]
    public required IDictionary<string, string> Value { get; set; }
}

internal sealed class RestJsonStructureValueVariant : RestJsonUnion
{
    [JsonPropertyName("structureValue")]
    [JsonConverter(typeof(RestJsonObjectConverter<RestJsonGreeting>))]
    public required RestJsonGreeting Value { get; set; }
}

internal sealed class RestJsonRenamedStructureValueVariant : RestJsonUnion
{
    [JsonPropertyName("renamedStructureValue")]
    [JsonConverter(typeof(RestJsonObjectConverter<RestJsonGreeting>))]
    public required RestJsonGreeting Value { get; set; }
}

internal sealed class RestJsonUnionValueVariant : RestJsonUnion
{
    [JsonPropertyName("unionValue")]
    public required RestJsonUnion Value { get; set; }
}

internal sealed class RestJsonQuitVariant : RestJsonUnion
{
    [JsonPropertyName("quit")]
    [JsonConverter(typeof(RestJsonObjectConverter<RestJsonUnit>))]
    public required RestJsonUnit Value { get; set; }
}

internal sealed class RestJsonFooVariant : RestJsonUnion
{
    [JsonPropertyName("FOO")]
    public required string Value { get; set; }
}

internal sealed class RestJsonBazVariant : RestJsonUnion
{
    [JsonPropertyName("_baz")]
    public required string Value { get; set; }
}

internal sealed class RestJsonBarVariant : RestJsonUnion
{
    [JsonPropertyName("bar")]
    public required string Value { get; set; }
}

internal sealed class RestJsonUnknown(JsonElement raw) : RestJsonUnion
{
    public JsonElement Raw { get; } = raw;
}

internal sealed class RestJsonUnionConverter : SingleKeyUnionConverter<RestJsonUnion>
{
    public RestJsonUnionConverter()
        : base(RestJsonContext.Default)
    {
        Add<RestJsonStringValueVariant>("stringValue");
        Add<RestJsonBooleanValueVariant>("booleanValue");
        Add<RestJsonNumberValueVariant>("numberValue");
        Add<RestJsonBlobValueVariant>("blobValue");
        Add<RestJsonTimestampValueVariant>("timestampValue");
        Add<RestJsonEnumValueVariant>("enumValue");
        Add<RestJsonListValueVariant>("listValue");
        Add<RestJsonMapValueVariant>("mapValue");
        Add<RestJsonStructureValueVariant>("structureValue");
        Add<RestJsonRenamedStructureValueVariant>("renamedStructureValue");
        Add<RestJsonUnionValueVariant>("unionValue");
        Add<RestJsonQuitVariant>("quit");
        Add<RestJsonFooVariant>("FOO");
        Add<RestJsonBazVariant>("_baz");
        Add<RestJsonBarVariant>("bar");
    }

    protected override RestJsonUnion CreateUnknown(JsonElement raw) => new RestJsonUnknown(raw);

    protected override JsonElement? GetRaw(RestJsonUnion value) => (value as RestJsonUnknown)?.Raw;
}

internal sealed class RestJsonListConverter<T>() : ListConverter<T>(RestJsonContext.Default);

internal sealed class RestJsonMapConverter<T>() : MapConverter<T>(RestJsonContext.Default);

internal sealed class RestJsonObjectConverter<T>() : ObjectConverter<T>(RestJsonContext.Default)
    where T : class;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RestJsonBody))]
[JsonSerializable(typeof(RestJsonGreeting))]
[JsonSerializable(typeof(RestJsonPair))]
[JsonSerializable(typeof(RestJsonNested))]
[JsonSerializable(typeof(RestJsonRecursion))]
[JsonSerializable(typeof(RestJsonUnit))]
[JsonSerializable(typeof(RestJsonUnion))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(RestJsonTime))]
[JsonSerializable(typeof(BedrockServiceTier))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IList<string>))]
[JsonSerializable(typeof(RestJsonStringValueVariant))]
[JsonSerializable(typeof(RestJsonBooleanValueVariant))]
[JsonSerializable(typeof(RestJsonNumberValueVariant))]
[JsonSerializable(typeof(RestJsonBlobValueVariant))]
[JsonSerializable(typeof(RestJsonTimestampValueVariant))]
[JsonSerializable(typeof(RestJsonEnumValueVariant))]
[JsonSerializable(typeof(RestJsonListValueVariant))]
[JsonSerializable(typeof(RestJsonMapValueVariant))]
[JsonSerializable(typeof(RestJsonStructureValueVariant))]
[JsonSerializable(typeof(RestJsonRenamedStructureValueVariant))]
[JsonSerializable(typeof(RestJsonUnionValueVariant))]
[JsonSerializable(typeof(RestJsonQuitVariant))]
[JsonSerializable(typeof(RestJsonFooVariant))]
[JsonSerializable(typeof(RestJsonBazVariant))]
[JsonSerializable(typeof(RestJsonBarVariant))]
internal sealed partial class RestJsonContext : JsonSerializerContext;
