using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Benchmarks.Serialization;

/// <summary>The request record that an application would write for itself.</summary>
internal sealed record OwnEmbeddingRequest(
    [property: JsonPropertyName("inputText")] string InputText,
    [property: JsonPropertyName("dimensions")] int Dimensions,
    [property: JsonPropertyName("normalize")] bool Normalize);

/// <summary>The response record that an application would write for itself: it leaves out what it does not need.</summary>
internal sealed record OwnEmbeddingResponse(
    [property: JsonPropertyName("embedding")] float[] Embedding,
    [property: JsonPropertyName("inputTextTokenCount")] int InputTextTokenCount);

/// <summary>The context that goes with them.</summary>
[JsonSerializable(typeof(OwnEmbeddingRequest))]
[JsonSerializable(typeof(OwnEmbeddingResponse))]
internal sealed partial class OwnEmbeddingJsonContext : JsonSerializerContext;
