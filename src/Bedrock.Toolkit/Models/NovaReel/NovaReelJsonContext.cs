using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the Nova Reel types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NovaReelRequest))]
[JsonSerializable(typeof(NovaReelStatus))]
// What the member converters look up by type: the generator does not see through them.
[JsonSerializable(typeof(NovaReelS3Location))]
[JsonSerializable(typeof(NovaReelImageSource))]
[JsonSerializable(typeof(NovaReelImage))]
[JsonSerializable(typeof(NovaReelTextToVideo))]
[JsonSerializable(typeof(NovaReelMultiShotAutomated))]
[JsonSerializable(typeof(NovaReelShot))]
[JsonSerializable(typeof(NovaReelMultiShotManual))]
[JsonSerializable(typeof(NovaReelVideoConfig))]
[JsonSerializable(typeof(NovaReelVideoStatus))]
internal sealed partial class NovaReelJsonContext : JsonSerializerContext;
