using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Mistral types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MistralRequest))]
[JsonSerializable(typeof(MistralResponse))]
[JsonSerializable(typeof(MistralStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(MistralOutput))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class MistralJsonContext : JsonSerializerContext;
