using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Command types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(CommandResponse))]
[JsonSerializable(typeof(CommandStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(CommandFinishReason))]
[JsonSerializable(typeof(CommandReturnLikelihoods))]
[JsonSerializable(typeof(CommandTruncate))]
[JsonSerializable(typeof(CommandTokenLikelihood))]
[JsonSerializable(typeof(CommandGeneration))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
[JsonSerializable(typeof(string))]
internal sealed partial class CommandJsonContext : JsonSerializerContext;
