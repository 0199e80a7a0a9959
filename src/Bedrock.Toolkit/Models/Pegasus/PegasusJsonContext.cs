using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Pegasus types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PegasusRequest))]
[JsonSerializable(typeof(PegasusResponse))]
[JsonSerializable(typeof(PegasusStreamEvent))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(PegasusFinishReason))]
[JsonSerializable(typeof(PegasusS3Location))]
[JsonSerializable(typeof(PegasusMediaSource))]
[JsonSerializable(typeof(PegasusJsonSchema))]
[JsonSerializable(typeof(PegasusResponseFormat))]
[JsonSerializable(typeof(BedrockGuardrailConfig))]
internal sealed partial class PegasusJsonContext : JsonSerializerContext;
