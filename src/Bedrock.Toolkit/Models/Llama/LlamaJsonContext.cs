using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Llama types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LlamaRequest))]
[JsonSerializable(typeof(LlamaResponse))]
[JsonSerializable(typeof(LlamaStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class LlamaJsonContext : JsonSerializerContext;
