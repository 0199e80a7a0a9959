using System.ComponentModel;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

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

/// <summary>Reads and writes a list member of a Nova Reel type. Thread safe.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaReelListConverter<T>() : ListConverter<T>(NovaReelJsonContext.Default);

/// <summary>Reads and writes an object member of a Nova Reel type. Thread safe.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaReelObjectConverter<T>() : ObjectConverter<T>(NovaReelJsonContext.Default)
    where T : class;
