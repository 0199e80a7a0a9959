namespace Bedrock.Toolkit.Models;

/// <summary>The Nova Reel models, which are called asynchronously; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/nova/latest/userguide/video-gen-access.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html. What a job wrote is told by <see cref="NovaReelStatus"/>.
/// </remarks>
public static class NovaReelModels
{
    private const int MaxShotCharacters = 512;
    private const int MaxStoryCharacters = 4000;
    private const int MaxShots = 20;

    /// <summary>Nova Reel 1.0: six seconds of video.</summary>
    [Obsolete("AWS ended Nova Reel 1.0 on 2026-09-30; use luma.ray-v2:0.", DiagnosticId = DiagnosticIds.RetiredModel)]
    public static AsyncModel<NovaReelRequest> V10 { get; } = Create("amazon.nova-reel-v1:0", Retired);

    /// <summary>Nova Reel 1.1: up to two minutes of video in shots of six seconds.</summary>
    [Obsolete("AWS ended Nova Reel 1.1 on 2026-09-30; use luma.ray-v2:0.", DiagnosticId = DiagnosticIds.RetiredModel)]
    public static AsyncModel<NovaReelRequest> V11 { get; } = Create("amazon.nova-reel-v1:1", Retired);

    private static ModelLifecycle Retired => ModelLifecycle.Retired(2026, 9, 30) with { Replacement = "luma.ray-v2:0" };

    /// <summary>A model with the JSON of Nova Reel under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static AsyncModel<NovaReelRequest> FromId(ModelId id) => Create(id, ModelLifecycle.Active);

    private static AsyncModel<NovaReelRequest> Create(ModelId id, ModelLifecycle lifecycle) => new(id, NovaReelJsonContext.Default.NovaReelRequest)
    {
        CheckInput = Check,
        Lifecycle = lifecycle,
        Capabilities = new ModelCapabilities { Input = ModelModalities.Text | ModelModalities.Image, Output = ModelModalities.Video },
    };

    private static void Check(NovaReelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        bool single = request.TaskType == NovaReelTaskType.TextToVideo;
        bool automated = request.TaskType == NovaReelTaskType.MultiShotAutomated;
        bool manual = request.TaskType == NovaReelTaskType.MultiShotManual;
        if (request.TaskType == default)
        {
            throw new ArgumentException("TaskType is missing; name the task, such as NovaReelTaskType.TextToVideo.", nameof(request));
        }

        if ((single || automated || manual)
            && (single != request.TextToVideoParams is not null
                || automated != request.MultiShotAutomatedParams is not null
                || manual != request.MultiShotManualParams is not null))
        {
            throw new ArgumentException($"TaskType is {request.TaskType}: exactly the parameters of the task must be there.", nameof(request));
        }

        if (request.TextToVideoParams is { } text)
        {
            ImageChecks.RequireText(text.Text, "TextToVideoParams.Text", MaxShotCharacters);
            if (text.Images is { Count: not 1 })
            {
                throw new ArgumentException($"TextToVideoParams.Images holds {text.Images.Count} images; the task takes exactly one, or leave it null.",
                    nameof(request));
            }
        }

        if (request.MultiShotAutomatedParams is { } story)
        {
            ImageChecks.RequireText(story.Text, "MultiShotAutomatedParams.Text", MaxStoryCharacters);
        }

        if (request.MultiShotManualParams is { } shots)
        {
            if (shots.Shots is not { Count: >= 1 and <= MaxShots })
            {
                throw new ArgumentException($"MultiShotManualParams.Shots holds {shots.Shots?.Count ?? 0} shots; the task takes 1 to {MaxShots}.",
                    nameof(request));
            }

            for (int i = 0; i < shots.Shots.Count; i++)
            {
                ImageChecks.RequireText(shots.Shots[i].Text, $"MultiShotManualParams.Shots[{i}].Text", MaxShotCharacters);
            }
        }
    }
}
