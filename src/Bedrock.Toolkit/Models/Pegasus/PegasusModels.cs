namespace Bedrock.Toolkit.Models;

/// <summary>The Pegasus models of TwelveLabs, which put a video into words, with their life as of 2026-11-24. Thread-safe.</summary>
/// <remarks>
/// Many Regions need an inference profile: <c>PegasusModels.Pegasus12.InProfile("us")</c>, also <c>eu</c> and <c>global</c>. Not for Converse. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
/// </remarks>
public static class PegasusModels
{
    // Stands before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Video = new() { Input = ModelModalities.Text | ModelModalities.Video };

    /// <summary>Pegasus 1.2: <c>twelvelabs.pegasus-1-2-v1:0</c>; videos of up to one hour, answers of up to 4,096 tokens.</summary>
    public static StreamingModel<PegasusRequest, PegasusResponse, PegasusStreamEvent> Pegasus12 { get; } =
        Create("twelvelabs.pegasus-1-2-v1:0", Video with { MaxOutputTokens = 4_096 });

    /// <summary>A Pegasus model by any id: a profile, or one that is newer than this version.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<PegasusRequest, PegasusResponse, PegasusStreamEvent> FromId(ModelId id) => Create(id, Video);

    private static StreamingModel<PegasusRequest, PegasusResponse, PegasusStreamEvent> Create(ModelId id, ModelCapabilities capabilities) => new(
        id,
        PegasusJsonContext.Default.PegasusRequest,
        PegasusJsonContext.Default.PegasusResponse,
        PegasusJsonContext.Default.PegasusStreamEvent,
        static streamEvent => streamEvent.EndReason is not null || streamEvent.IsServiceEnd,
        static () => new PegasusStreamFold())
    {
        Capabilities = capabilities,
        CheckRequest = PegasusRequestCheck.Check,
        ReadMaxTokens = static request => request.MaxOutputTokens,
    };
}
