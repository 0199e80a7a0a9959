using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class ConverseRequestCheckTests
{
    public static TheoryData<string, Action<ConverseRequest>> Faults => new()
    {
        { "Messages must not be empty", r => r.Messages.Clear() },
        { "Messages[0] must not be null", r => r.Messages[0] = null! },
        { "Messages[0].Role must be set", r => r.Messages[0].Role = default },
        { "Messages[0].Content must not be empty", r => r.Messages[0].Content.Clear() },
        { "Messages[0].Content[0] must not be null", r => r.Messages[0].Content[0] = null! },
        { "Messages[0].Content[0].Text must not be empty", r => r.Messages[0].Content[0] = "" },
        { "Messages[0].Content[0].Image must not be null", r => r.Messages[0].Content[0] = new ImageContent() },
        { "Messages[0].Content[0].Image.Format must be set", r => r.Messages[0].Content[0] = new ImageBlock { Source = ConverseTestData.Png } },
        { "Messages[0].Content[0].Image.Source must not be null", r => r.Messages[0].Content[0] = new ImageBlock { Format = ImageFormat.Png } },
        { "Messages[0].Content[0].Image.Source.Bytes must not be empty",
            r => r.Messages[0].Content[0] = new ImageBlock { Format = ImageFormat.Png, Source = Array.Empty<byte>() } },
        { "Messages[0].Content[0].Image.Source.S3Location.Uri must begin with s3://",
            r => r.Messages[0].Content[0] = new ImageBlock { Format = ImageFormat.Png, Source = new S3Location { Uri = "https://a" } } },
        { "Messages[0].Content[1].Document.Name must have",
            r => r.Messages[0].Content.Add(new DocumentBlock { Name = "a_b.pdf", Format = DocumentFormat.Pdf, Source = new byte[] { 1 } }) },
        { "Messages[0].Content[1].Document.Format must be set", r => r.Messages[0].Content.Add(new DocumentBlock { Name = "a", Source = new byte[] { 1 } }) },
        { "Messages[0].Content[2].Document.Name is that of an earlier document",
            r => { r.Messages[0].Content.Add(DocumentBlock.FromText("a", "x")); r.Messages[0].Content.Add(DocumentBlock.FromText("a", "y")); } },
        { "Messages[0].Content has a document and no text", r => r.Messages[0].Content = [DocumentBlock.FromText("a", "x")] },
        { "Messages[0].Content[0].Video.Format must be set", r => r.Messages[0].Content[0] = new VideoBlock { Source = new byte[] { 1 } } },
        { "Messages[0].Content[0].Audio.Source must not be null", r => r.Messages[0].Content[0] = new AudioBlock { Format = AudioFormat.Mp3 } },
        { "Messages[0].Content[0].ToolUse.Input must be a JSON object",
            r => r.Messages[0].Content[0] = new ToolUseBlock { ToolUseId = "t", Name = "n", Input = ConverseTestData.Json("\"{cut\"") } },
        { "Messages[0].Content[0].ToolResult.ToolUseId must not be blank", r => r.Messages[0].Content[0] = new ToolResultBlock() },
        { "Messages[0].Content[0].ToolResult.Content[0].Image.Source must not be null",
            r => r.Messages[0].Content[0] = new ToolResultBlock { ToolUseId = "t", Content = [new ImageBlock { Format = ImageFormat.Png }] } },
        { "Messages[0].Content[0].Content.Text.Text must not be blank", r => r.Messages[0].Content[0] = GuardrailConverseContentBlock.ForText(" ") },
        { "Messages[0].Content[0].SearchResult.Title must not be blank",
            r => r.Messages[0].Content[0] = new SearchResultBlock { Source = "s", Content = ["x"] } },
        { "Messages[0].Content[1].CachePoint.Type must be set", r => r.Messages[0].Content.Add(new CachePointBlock { Type = default }) },
        { "System[0].Text must not be blank", r => r.System = [" "] },
        { "ToolConfig.Tools must not be empty", r => r.ToolConfig = new() { Tools = [] } },
        { "ToolConfig.Tools[0].ToolSpec.Name must have", r => r.ToolConfig = new() { Tools = [Tool.Create("a b", null, ConverseTestData.Schema)] } },
        { "ToolConfig.Tools[0].ToolSpec.InputSchema must be a JSON object",
            r => r.ToolConfig = new() { Tools = [Tool.Create("a", null, ConverseTestData.Json("[]"))] } },
        { "ToolConfig.Tools[0].ToolSpec.Description must not be blank", r => r.ToolConfig = new() { Tools = [Tool.Create("a", " ", ConverseTestData.Schema)] } },
        { "ToolConfig.Tools[1].ToolSpec.Name is that of an earlier tool",
            r => r.ToolConfig = new() { Tools = [Tool.Create("a", null, ConverseTestData.Schema), Tool.Create("a", null, ConverseTestData.Schema)] } },
        { "ToolConfig.ToolChoice.Tool.Name must be that of one of the tools",
            r => r.ToolConfig = new() { Tools = [Tool.Create("a", null, ConverseTestData.Schema)], ToolChoice = ToolChoice.For("b") } },
        { "System[0].CachePoint.Ttl must not be longer",
            r => { r.ToolConfig = new() { Tools = [Tool.Create("a", null, ConverseTestData.Schema),
            new CachePointBlock()] }; r.System = [CachePointBlock.For(CacheTtl.OneHour)]; } },
        { "Messages[0].Content[1].CachePoint.Ttl must not be longer",
            r => { r.System = ["a", CachePointBlock.For(CacheTtl.FiveMinutes)]; r.Messages[0].Content.Add(CachePointBlock.For(CacheTtl.OneHour)); } },
        { "AdditionalModelRequestFields must be a JSON object", r => r.AdditionalModelRequestFields = ConverseTestData.Json("[]") },
        { "GuardrailConfig.GuardrailIdentifier and GuardrailVersion belong together", r => r.GuardrailConfig = new() { GuardrailIdentifier = "a" } },
        { "GuardrailConfig.StreamProcessingMode is for streams",
            r => r.GuardrailConfig = new() { GuardrailIdentifier = "a", GuardrailVersion = "1", StreamProcessingMode = GuardrailStreamProcessingMode.Async } },
        { "InferenceConfig.StopSequences[1] must not be empty", r => r.InferenceConfig = new() { StopSequences = ["a", ""] } },
        { "AdditionalModelResponseFieldPaths[0] must have 1 to 256", r => r.AdditionalModelResponseFieldPaths = [""] },
        { "AdditionalModelResponseFieldPaths has 11 paths", r => r.AdditionalModelResponseFieldPaths = [.. Enumerable.Repeat("/a", 11)] },
        { "RequestMetadata has 17 pairs", r => r.RequestMetadata = Enumerable.Range(0, 17).ToDictionary(i => $"k{i}", i => "v") },
        { "RequestMetadata takes keys", r => r.RequestMetadata = new Dictionary<string, string> { ["a"] = new('x', 257) } },
        { "PromptVariables must not hold null", r => r.PromptVariables = new Dictionary<string, PromptVariableValues> { ["a"] = null! } },
        { "ServiceTier.Type must be set", r => r.ServiceTier = new() },
        { "OutputConfig.TextFormat.Structure.JsonSchema.Schema must not be blank",
            r => r.OutputConfig = new() { TextFormat = new() { Type = "json_schema", Structure = new JsonSchemaDefinition { Schema = "" } } } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Call_Fault_IsRefusedByMemberAndNothingIsSent(string message, Action<ConverseRequest> spoil)
    {
        ConverseRequest request = ConverseRequest.For("hello");
        spoil(request);
        var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(ConverseTestData.Model, request));

        Assert.StartsWith("ConverseRequest." + message, e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task Call_Nan_IsRefused()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        ConverseRequest request = ConverseRequest.For("a");
        request.InferenceConfig = new() { Temperature = double.NaN };

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(ConverseTestData.Model, request));

        Assert.Contains("NaN", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_OpenValueWithoutText_IsRefusedWithItsPath()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        ConverseRequest request = ConverseRequest.For("a");
        request.Messages.Add(Message.Assistant(new ToolUseBlock { ToolUseId = "t", Name = "n" }));
        request.Messages.Add(Message.ToolResults(new ToolResultBlock { ToolUseId = "t", Status = default(ToolResultStatus) }));
        request.ToolConfig = new ToolConfiguration { Tools = [Tool.Create("n", null, JsonElement.Parse("""{"type":"object"}"""))] };

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(ConverseTestData.Model, request));

        Assert.Contains("$.Messages[2].Content[0].ToolResult.Status", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_ProcessingMode_IsSent()
    {
        var handler = new ScriptedHandler(_ => Answers.Stream(ConverseTestData.Frame("messageStop", "{}")));
        using BedrockClient client = TestClient.Over(handler);
        ConverseRequest request = ConverseRequest.For("a");
        request.GuardrailConfig = new() { GuardrailIdentifier = "a", GuardrailVersion = "1", StreamProcessingMode = GuardrailStreamProcessingMode.Async };

        await client.ConverseStreamAsync(ConverseTestData.Model, request).ToResponseAsync();

        Assert.Contains("\"streamProcessingMode\":\"async\"", handler.Sent[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ManagedPrompt_NeedsNoMessages()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        await client.ConverseAsync(
            "arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1",
            new ConverseRequest { PromptVariables = new Dictionary<string, PromptVariableValues> { ["topic"] = "sky" } });

        Assert.Equal("/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Aprompt%2FABCDEFGHIJ%3A1/converse", handler.Sent[0].Uri.AbsolutePath);
        Assert.Equal("""{"promptVariables":{"topic":{"text":"sky"}}}""", handler.Sent[0].Text);
    }

    [Fact]
    public async Task Call_ChangedAfterTheStart_SendsWhatItWas()
    {
        var entered = new TaskCompletionSource<string>();
        var handler = new ScriptedHandler(sent => { entered.SetResult(sent.Text); return Answers.Json("{}"); });
        using BedrockClient client = TestClient.Over(handler);
        ConverseRequest request = ConverseRequest.For("before");

        Task<ConverseResponse> call = client.ConverseAsync(ConverseTestData.Model, request);
        request.Messages[0].Content[0] = "after";
        await call;

        Assert.Contains("before", await entered.Task, StringComparison.Ordinal);
    }
}
