namespace Bedrock.Toolkit.Models;

/// <summary>The Command models of Cohere, all past their end of life; <see cref="FromId"/> takes provisioned and customised copies. Thread-safe.</summary>
/// <remarks>
/// Context windows are unconfirmed. Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public static class CommandModels
{
    private const string RetiredUrl = "docs/diagnostics.md#{0}";

    /// <summary>Command: <c>cohere.command-text-v14</c>; answers of up to 4,096 tokens.</summary>
    /// <remarks>Retired: served until 2025-08-12.</remarks>
    [Obsolete("AWS has retired Command: use amazon.nova-lite-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<CommandRequest, CommandResponse, CommandStreamEvent> Command { get; } =
        Create("cohere.command-text-v14", Retired("amazon.nova-lite-v1:0"));

    /// <summary>Command Light: <c>cohere.command-light-text-v14</c>; answers of up to 4,096 tokens.</summary>
    /// <remarks>Retired: served until 2025-08-12.</remarks>
    [Obsolete("AWS has retired Command Light: use amazon.nova-micro-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<CommandRequest, CommandResponse, CommandStreamEvent> CommandLight { get; } =
        Create("cohere.command-light-text-v14", Retired("amazon.nova-micro-v1:0"));

    /// <summary>A model with the JSON of Command under any id: a provisioned or customised copy.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<CommandRequest, CommandResponse, CommandStreamEvent> FromId(ModelId id) => Create(id, ModelLifecycle.Active);

    private static ModelLifecycle Retired(string replacement) => ModelLifecycle.Retired(2025, 8, 12) with { Replacement = replacement };

    private static StreamingModel<CommandRequest, CommandResponse, CommandStreamEvent> Create(ModelId id, ModelLifecycle lifecycle) => new(
        id,
        CommandJsonContext.Default.CommandRequest,
        CommandJsonContext.Default.CommandResponse,
        CommandJsonContext.Default.CommandStreamEvent,
        static streamEvent => streamEvent.IsEnd || streamEvent.IsServiceEnd,
        static () => new CommandStreamFold())
    {
        Capabilities = new ModelCapabilities { MaxOutputTokens = 4_096 },
        Lifecycle = lifecycle,
        CheckRequest = CommandRequestCheck.Check,
        ReadMaxTokens = static request => request.MaxTokens,
    };
}
