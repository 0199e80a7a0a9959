using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Serialization;

/// <summary>A union by tag, as a family would write it.</summary>
[JsonConverter(typeof(ShapeConverter))]
internal abstract class Shape
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class Circle : Shape
{
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type => "circle";

    [JsonPropertyName("radius")]
    public int? Radius { get; set; }

    [JsonPropertyName("center")]
    public JsonElement? Center { get; set; }
}

internal sealed class Polygon : Shape
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("corners")]
    [JsonConverter(typeof(CountConverter))]
    public int Corners { get; set; }
}

internal sealed class Point : Shape
{
    [JsonPropertyName("x")]
    public int? X { get; set; }
}

internal sealed class UnknownShape(JsonElement raw) : Shape, IRawVariant
{
    [JsonIgnore]
    public JsonElement Raw { get; } = raw;
}

internal sealed class ForeignShape : Shape;

internal sealed class ShapeConverter : TaggedUnionConverter<Shape>
{
    public ShapeConverter()
        : base(
            ShapeJsonContext.Default, static raw => new UnknownShape(raw), "type",
            Case<Circle>("circle"), CaseOfPrefix<Polygon>("polygon_"), CaseOfNone<Point>())
    {
    }
}

/// <summary>A union by key, as Converse has them.</summary>
[JsonConverter(typeof(BlockConverter))]
internal abstract class Block
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed class TextBlock : Block
{
    [JsonPropertyName("text")]
    public string? Text { get; set; }
}

internal sealed class ImageBlock : Block
{
    [JsonPropertyName("image")]
    public JsonElement? Image { get; set; }
}

internal sealed class UnknownBlock(JsonElement raw) : Block, IRawVariant
{
    [JsonIgnore]
    public JsonElement Raw { get; } = raw;
}

internal sealed class BlockConverter : SingleKeyUnionConverter<Block>
{
    public BlockConverter()
        : base(ShapeJsonContext.Default, static raw => new UnknownBlock(raw), Case<TextBlock>("text"), Case<ImageBlock>("image"))
    {
    }
}

internal sealed class ShapeListConverter() : ListConverter<Shape>(ShapeJsonContext.Default);

internal sealed class CircleConverter() : ObjectConverter<Circle>(ShapeJsonContext.Default);

internal sealed class UnregisteredConverter() : ObjectConverter<Version>(ShapeJsonContext.Default);

internal sealed class Drawing
{
    [AllowNull]
    [JsonPropertyName("shapes")]
    [JsonConverter(typeof(ShapeListConverter))]
    public IList<Shape> Shapes { get; set => field = value ?? []; } = [];

    [JsonPropertyName("frame")]
    [JsonConverter(typeof(CircleConverter))]
    public Circle? Frame { get; set; }

    [JsonPropertyName("tier")]
    public BedrockServiceTier? Tier { get; set; }

    [JsonPropertyName("count")]
    [JsonConverter(typeof(CountConverter))]
    public int Count { get; set; }

    [JsonPropertyName("limit")]
    [JsonConverter(typeof(CountConverter))]
    public int? Limit { get; set; }

    [JsonPropertyName("tiers")]
    public IDictionary<BedrockServiceTier, int>? Tiers { get; set; }

    [JsonPropertyName("note")]
    public string? Note { get; set; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Drawing))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Circle))]
[JsonSerializable(typeof(Polygon))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(TextBlock))]
[JsonSerializable(typeof(ImageBlock))]
internal sealed partial class ShapeJsonContext : JsonSerializerContext;
