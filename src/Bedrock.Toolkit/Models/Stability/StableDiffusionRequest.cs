namespace Bedrock.Toolkit.Models;

/// <summary>An image for Stable Diffusion XL to make: from text, from an image, or in a masked part of one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html</remarks>
public sealed partial class StableDiffusionRequest : BedrockObject
{
    /// <summary>What the image shows.</summary>
    /// <value>At least one text.</value>
    [JsonPropertyName("text_prompts"), JsonConverter(typeof(StabilityListConverter<StableDiffusionPrompt>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<StableDiffusionPrompt> TextPrompts { get; set; }

    /// <summary>The height; only without a source image.</summary>
    /// <value>In pixels; with the width one of 1024x1024, 1152x896, 1216x832, 1344x768, 1536x640 and their reverse; 1024 by default (unconfirmed);
    /// omitted when null.</value>
    [JsonPropertyName("height"), JsonConverter(typeof(CountConverter))]
    public int? Height { get; set; }

    /// <summary>The width; only without a source image.</summary>
    /// <value>In pixels; see <see cref="Height"/>; omitted when null.</value>
    [JsonPropertyName("width"), JsonConverter(typeof(CountConverter))]
    public int? Width { get; set; }

    /// <summary>How closely the image follows the texts.</summary>
    /// <value>0 to 35; 7 by default; omitted when null.</value>
    [JsonPropertyName("cfg_scale")]
    public double? CfgScale { get; set; }

    /// <summary>How CLIP guides the model.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("clip_guidance_preset")]
    public StableDiffusionClipGuidance? ClipGuidancePreset { get; set; }

    /// <summary>The sampler.</summary>
    /// <value>Chosen by the model by default; omitted when null.</value>
    [JsonPropertyName("sampler")]
    public StableDiffusionSampler? Sampler { get; set; }

    /// <summary>How many images to make.</summary>
    /// <value>1, the only value taken; omitted when null.</value>
    [JsonPropertyName("samples"), JsonConverter(typeof(CountConverter))]
    public int? Samples { get; set; }

    /// <summary>Makes the same request give the same image.</summary>
    /// <value>0 (a random one, the default) to 4,294,967,295; omitted when null.</value>
    [JsonPropertyName("seed")]
    public long? Seed { get; set; }

    /// <summary>How often the image is sampled.</summary>
    /// <value>10 to 150; 30 by default; omitted when null.</value>
    [JsonPropertyName("steps"), JsonConverter(typeof(CountConverter))]
    public int? Steps { get; set; }

    /// <summary>The style.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("style_preset")]
    public StabilityStylePreset? StylePreset { get; set; }

    /// <summary>Experimental parameters, as they are.</summary>
    /// <value>An object; omitted when null.</value>
    [JsonPropertyName("extras")]
    public JsonElement? Extras { get; set; }

    /// <summary>The source image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("init_image")]
    public BedrockImage? InitImage { get; set; }

    /// <summary>What says how far the image moves from its source.</summary>
    /// <value><c>IMAGE_STRENGTH</c> by default; omitted when null.</value>
    [JsonPropertyName("init_image_mode")]
    public StableDiffusionInitImageMode? InitImageMode { get; set; }

    /// <summary>How close the image stays to its source.</summary>
    /// <value>0 to 1, where 1 is the source; omitted when null.</value>
    [JsonPropertyName("image_strength")]
    public double? ImageStrength { get; set; }

    /// <summary>Where in the steps the source begins to count; unconfirmed.</summary>
    /// <value>0 to 1; omitted when null.</value>
    [JsonPropertyName("step_schedule_start")]
    public double? StepScheduleStart { get; set; }

    /// <summary>Where in the steps the source ends to count; unconfirmed.</summary>
    /// <value>0 to 1; omitted when null.</value>
    [JsonPropertyName("step_schedule_end")]
    public double? StepScheduleEnd { get; set; }

    /// <summary>Where the mask comes from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("mask_source")]
    public StableDiffusionMaskSource? MaskSource { get; set; }

    /// <summary>The mask.</summary>
    /// <value>As large as the source image; omitted when null.</value>
    [JsonPropertyName("mask_image")]
    public BedrockImage? MaskImage { get; set; }

    /// <summary>A request with nothing but a text.</summary>
    /// <param name="prompt">What the image shows.</param>
    /// <returns>The request.</returns>
    public static StableDiffusionRequest For(string prompt) => new() { TextPrompts = [new StableDiffusionPrompt { Text = prompt }] };
}

/// <summary>One text that Stable Diffusion XL heeds.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html</remarks>
public sealed partial class StableDiffusionPrompt : BedrockObject
{
    /// <summary>The text.</summary>
    /// <value>At most 2,000 characters.</value>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Text { get; set; }

    /// <summary>How much the text counts; below 0 it says what the image must not show.</summary>
    /// <value>1 by default; omitted when null.</value>
    [JsonPropertyName("weight")]
    public double? Weight { get; set; }
}
