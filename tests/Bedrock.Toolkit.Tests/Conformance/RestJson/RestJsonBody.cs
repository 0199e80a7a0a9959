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
