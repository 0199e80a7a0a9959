namespace Bedrock.Toolkit.Models;

/// <summary>How the Stability AI types are read and written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StableDiffusionRequest))]
[JsonSerializable(typeof(StableDiffusionResponse))]
[JsonSerializable(typeof(StableImageRequest))]
[JsonSerializable(typeof(StableImageResponse))]
[JsonSerializable(typeof(StableCreativeUpscaleRequest))]
[JsonSerializable(typeof(StableConservativeUpscaleRequest))]
[JsonSerializable(typeof(StableFastUpscaleRequest))]
[JsonSerializable(typeof(StableInpaintRequest))]
[JsonSerializable(typeof(StableOutpaintRequest))]
[JsonSerializable(typeof(StableSearchRecolorRequest))]
[JsonSerializable(typeof(StableSearchReplaceRequest))]
[JsonSerializable(typeof(StableEraseObjectRequest))]
[JsonSerializable(typeof(StableRemoveBackgroundRequest))]
[JsonSerializable(typeof(StableControlRequest))]
[JsonSerializable(typeof(StableStyleGuideRequest))]
[JsonSerializable(typeof(StableStyleTransferRequest))]
internal sealed partial class StabilityJsonContext : JsonSerializerContext;

/// <summary>Reads and writes a list member of a Stability AI type.</summary>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StabilityListConverter<T>() : ListConverter<T>(StabilityJsonContext.Default);

/// <summary>Reads and writes an object member of a Stability AI type.</summary>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StabilityObjectConverter<T>() : ObjectConverter<T>(StabilityJsonContext.Default)
    where T : class;
