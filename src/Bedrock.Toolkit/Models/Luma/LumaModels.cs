namespace Bedrock.Toolkit.Models;

/// <summary>The Luma Ray models, which are called asynchronously; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html</remarks>
public static class LumaModels
{
    private const int MaxPromptCharacters = 5000;

    /// <summary>Luma Ray 2: five or nine seconds of video; whether it is still served is unconfirmed.</summary>
    public static AsyncModel<LumaRequest> Ray2 { get; } = Create("luma.ray-v2:0", new ModelLifecycle { Status = ModelStatus.Legacy });

    /// <summary>A model with the JSON of Luma Ray under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static AsyncModel<LumaRequest> FromId(ModelId id) => Create(id, ModelLifecycle.Active);

    private static AsyncModel<LumaRequest> Create(ModelId id, ModelLifecycle lifecycle) => new(id, LumaJsonContext.Default.LumaRequest)
    {
        CheckInput = Check,
        Lifecycle = lifecycle,
        Capabilities = new ModelCapabilities { Input = ModelModalities.Text | ModelModalities.Image, Output = ModelModalities.Video },
    };

    private static void Check(LumaRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageChecks.RequireText(request.Prompt, nameof(request.Prompt), MaxPromptCharacters);
        ImageChecks.Accept(request.Keyframes?.Frame0?.Source?.Image, "Keyframes.Frame0");
        ImageChecks.Accept(request.Keyframes?.Frame1?.Source?.Image, "Keyframes.Frame1");
    }
}
