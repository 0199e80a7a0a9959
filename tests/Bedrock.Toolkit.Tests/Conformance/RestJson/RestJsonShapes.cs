using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Conformance.RestJson;

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

    public override RestJsonTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Inner.Read(ref reader, typeof(DateTimeOffset), options));

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

internal sealed class RestJsonUnknown(JsonElement raw) : RestJsonUnion, IRawVariant
{
    public JsonElement Raw { get; } = raw;
}

internal sealed class RestJsonUnionConverter : SingleKeyUnionConverter<RestJsonUnion>
{
    public RestJsonUnionConverter()
        : base(
            RestJsonContext.Default, static raw => new RestJsonUnknown(raw),
            Case<RestJsonStringValueVariant>("stringValue"),
            Case<RestJsonBooleanValueVariant>("booleanValue"),
            Case<RestJsonNumberValueVariant>("numberValue"),
            Case<RestJsonBlobValueVariant>("blobValue"),
            Case<RestJsonTimestampValueVariant>("timestampValue"),
            Case<RestJsonEnumValueVariant>("enumValue"),
            Case<RestJsonListValueVariant>("listValue"),
            Case<RestJsonMapValueVariant>("mapValue"),
            Case<RestJsonStructureValueVariant>("structureValue"),
            Case<RestJsonRenamedStructureValueVariant>("renamedStructureValue"),
            Case<RestJsonUnionValueVariant>("unionValue"),
            Case<RestJsonQuitVariant>("quit"),
            Case<RestJsonFooVariant>("FOO"),
            Case<RestJsonBazVariant>("_baz"),
            Case<RestJsonBarVariant>("bar"))
    {
    }
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
