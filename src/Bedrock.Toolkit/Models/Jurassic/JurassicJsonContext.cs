using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Jurassic-2 types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JurassicRequest))]
[JsonSerializable(typeof(JurassicResponse))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(JurassicPenalty))]
[JsonSerializable(typeof(JurassicGeneratedToken))]
[JsonSerializable(typeof(JurassicTopToken))]
[JsonSerializable(typeof(JurassicTextRange))]
[JsonSerializable(typeof(JurassicToken))]
[JsonSerializable(typeof(JurassicText))]
[JsonSerializable(typeof(JurassicFinishReasonKind))]
[JsonSerializable(typeof(JurassicFinishReason))]
[JsonSerializable(typeof(JurassicCompletion))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class JurassicJsonContext : JsonSerializerContext;
