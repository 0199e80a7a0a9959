using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the DeepSeek types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DeepSeekRequest))]
[JsonSerializable(typeof(DeepSeekResponse))]
[JsonSerializable(typeof(DeepSeekStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(DeepSeekChoice))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class DeepSeekJsonContext : JsonSerializerContext;
