using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Nova;

public sealed class NovaRequestCheckTests
{
    public static TheoryData<string, Action<NovaRequest>> Faults => new()
    {
        { "Messages must not be empty", r => r.Messages.Clear() },
        { "Messages must not be empty", r => r.Messages = null! },
        { "Messages[1] must not be null", r => r.Messages.Add(null!) },
        { "Messages[0].Role has no value", r => r.Messages[0].Role = default },
        { "Messages[0].Role must be 'user'", r => r.Messages[0].Role = NovaRole.Assistant },
        { "Messages[0].Content must not be null", r => r.Messages[0].Content = null! },
        { "Messages[0].Content must not be empty", r => r.Messages[0].Content = [] },
        { "Messages[0].Content[1] must not be null", r => r.Messages[0].Content.Add(null!) },
        { "Messages[0].Content[1].Text must not be blank", r => r.Messages[0].Content.Add(" \n") },
        { "System[0].Text must not be blank", r => r.System = [""] },
        { "Messages[0].Content[1].Image.Format", r => r.Messages[0].Content.Add(new NovaImageBlock()) },
        { "Messages[0].Content[1].Image.Source.Bytes must not be empty", r => r.Messages[0].Content.Add(NovaImageBlock.FromBytes(default, "png")) },
        { "Messages[0].Content[1].Video.Source must not be null", r => r.Messages[0].Content.Add(new NovaVideoBlock("mp4", null!)) },
        { "Messages[0].Content[1].Audio.Source needs Bytes or S3Location", r => r.Messages[0].Content.Add(new NovaAudioBlock("mp3", new())) },
        { "Messages[0].Content[1].Video.Source.S3Location.Uri", r => r.Messages[0].Content.Add(NovaVideoBlock.FromS3(" ", "mp4")) },
        { "Source.Bytes and Source.S3Location exclude each other",
            r => r.Messages[0].Content.Add(new NovaImageBlock("png", new() { Bytes = new byte[1], S3Location = new("s3://a/b") })) },
        { "Messages[0].Content[1].Document.Name", r => r.Messages[0].Content.Add(new NovaDocumentBlock("pdf", "", NovaMediaSource.FromS3("s3://a/b"))) },
        { "Messages[0].Content[1].ToolResult.ToolUseId", r => r.Messages[0].Content.Add(new NovaToolResultBlock(" ", [])) },
        { "Messages[0].Content[1].ToolResult.Status", r => r.Messages[0].Content.Add(new NovaToolResultBlock("1", [], default(NovaToolResultStatus))) },
        { "Messages[0].Content[1].ToolResult.Content[0].Image", r => r.Messages[0].Content.Add(new NovaToolResultBlock("1", [new NovaImageBlock()])) },
        { "Messages[1].Content[0].ToolUse.ToolUseId", r => r.Messages.Add(NovaMessage.Assistant(new NovaToolUseBlock("", "a", default))) },
        { "Messages[1].Content[0].ToolUse.Name", r => r.Messages.Add(NovaMessage.Assistant(new NovaToolUseBlock("1", "", default))) },
        { "Messages[1].Content[0].ToolUse.Input", r => r.Messages.Add(NovaMessage.Assistant(new NovaToolUseBlock("1", "a", FamilyWire.Json("\"{\"")))) },
        { "Messages[1].Role is 'user' like", r => r.Messages.Add(NovaMessage.User("b")) },
        { "Messages[1].Content[0].ReasoningContent must not go back",
            r => r.Messages.Add(NovaMessage.Assistant(new NovaReasoningBlock { ReasoningContent = new() })) },
        { "Messages[0].Content[1].ToolResult.Content[0] must not be of kind Video",
            r => r.Messages[0].Content.Add(new NovaToolResultBlock("1", [NovaVideoBlock.FromS3("s3://a/b", "mp4")])) },
        { "Messages[1].Content[0].ReasoningContent", r => r.Messages.Add(NovaMessage.Assistant(new NovaReasoningBlock())) },
        { "CachePoint must not be null", r => r.Messages[0].Content.Add(new NovaCachePointBlock()) },
        { "hold 5 cache points",
            r => (r.System, r.Messages[0].Content) =
            ([NovaCachePointBlock.Default()], [.. Enumerable.Range(0, 4).Select(_ => new NovaTextBlock("a") { CachePoint = new() })]) },
        { "InferenceConfig.MaxTokens must be at least 1", r => r.InferenceConfig = new() { MaxTokens = 0 } },
        { "InferenceConfig.MaxTokens must be at least 1", r => r.InferenceConfig = new() { MaxNewTokens = -1 } },
        { "InferenceConfig.Temperature must be a finite", r => r.InferenceConfig = new() { Temperature = double.NaN } },
        { "InferenceConfig.TopP must be a finite", r => r.InferenceConfig = new() { TopP = double.NegativeInfinity } },
        { "InferenceConfig.StopSequences must not hold null", r => r.InferenceConfig = new() { StopSequences = [null!] } },
        { "InferenceConfig.ReasoningConfig.Type has no value",
            r => r.InferenceConfig = new() { ReasoningConfig = new() { Type = default(NovaReasoningType) } } },
        { "ReasoningConfig.MaxReasoningEffort must be set", r => r.ReasoningConfig = new() { Type = NovaReasoningType.Enabled } },
        { "must be null when InferenceConfig.ReasoningConfig.MaxReasoningEffort is 'high'",
            r => r.InferenceConfig = new() { TopK = 1, ReasoningConfig = NovaReasoningConfig.Enabled(NovaReasoningEffort.High) } },
        { "must be null when ReasoningConfig.MaxReasoningEffort is 'high'",
            r => (r.InferenceConfig, r.ReasoningConfig) = (new() { Temperature = 1 }, NovaReasoningConfig.Enabled(NovaReasoningEffort.High)) },
        { "ToolConfig.Tools[0] must not be null", r => r.ToolConfig = new() { Tools = [null!] } },
        { "ToolConfig.Tools[0].ToolSpec must not be null", r => r.ToolConfig = new() { Tools = [new NovaTool()] } },
        { "ToolConfig.Tools[0].ToolSpec.Name must not be blank", r => r.ToolConfig = new() { Tools = [new NovaTool("", null, FamilyWire.Json("{}"))] } },
        { "ToolConfig.Tools[0].ToolSpec.Name has 65 characters",
            r => r.ToolConfig = new() { Tools = [new NovaTool(new string('a', 65), null, FamilyWire.Json("{}"))] } },
        { "ToolConfig.Tools[0].ToolSpec.InputSchema.Json must be a JSON object",
            r => r.ToolConfig = new() { Tools = [new NovaTool("a", null, FamilyWire.Json("[]"))] } },
        { "ToolConfig.Tools[1].SystemTool.Name", r => r.ToolConfig = new() { Tools = [NovaSystemTool.Grounding(), new NovaSystemTool("")] } },
        { "ToolConfig.ToolChoice.ToolName.Name", r => r.ToolConfig = new() { ToolChoice = NovaToolChoice.Tool("") } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckRequest_Fault_NamesTheMember(string message, Action<NovaRequest> spoil)
    {
        NovaRequest request = NovaRequest.For("hello");
        spoil(request);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => NovaModels.Lite.CheckRequest!(request));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckRequest_EveryMember_Passes() => Assert.Null(Record.Exception(() => NovaModels.Nova2Lite.CheckRequest!(NovaRequestTests.Full())));

    [Fact]
    public void CheckRequest_RangesOfTheService_AreLeftToIt() => Assert.Null(Record.Exception(() => NovaModels.Lite.CheckRequest!(new NovaRequest
    {
        Messages = [NovaMessage.User("a"), NovaMessage.Assistant(" ")],
        InferenceConfig = new() { MaxTokens = 1_000_000, Temperature = 9, TopP = -1, TopK = 999, ReasoningConfig = NovaReasoningConfig.Disabled() },
    })));
}
