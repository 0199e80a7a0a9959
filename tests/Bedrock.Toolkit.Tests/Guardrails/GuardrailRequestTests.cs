using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Guardrails;

public class GuardrailRequestTests
{
    [Fact]
    public async Task ApplyGuardrail_Minimal_MatchesSnapshot() => Snapshot.Match(await WireText.OfAsync(client => client.ApplyGuardrailAsync(
        "gr1", "DRAFT", new ApplyGuardrailRequest { Source = GuardrailContentSource.Input, Content = ["May I moor here?"] })));

    [Fact]
    public async Task ApplyGuardrail_EveryMember_MatchesSnapshot()
    {
        var request = new ApplyGuardrailRequest
        {
            Source = GuardrailContentSource.Output,
            Content =
            [
                GuardrailContentBlock.FromText("Berth 4 is free.", GuardrailContentQualifier.GroundingSource, GuardrailContentQualifier.GuardContent),
                GuardrailContentBlock.FromImage(GuardrailImageFormat.Png, new byte[] { 1, 2, 250 }),
            ],
            OutputScope = GuardrailOutputScope.Full,
            AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
        };

        Snapshot.Match(await WireText.OfAsync(client => client.ApplyGuardrailAsync("arn:aws:bedrock:us-east-1:210987654321:guardrail/gr1", "3", request)));
    }

    [Fact]
    public async Task InvokeGuardrailChecks_EveryMember_MatchesSnapshot() =>
        Snapshot.Match(await WireText.OfAsync(client => client.InvokeGuardrailChecksAsync(Checks())));

    [Fact]
    public void Requests_RoundTrip_Equal()
    {
        WireText.RoundTrip<InvokeGuardrailChecksRequest>(BedrockJson.Serialize(Checks()));
        var read = WireText.RoundTrip<ApplyGuardrailRequest>("""
            {"source":"TOOL","content":[{"text":{"text":"a","qualifiers":["new"],"x":null,"y":1}},{"image":{"format":"webp","source":{"bytes":"AQL6"},"z":[]}},
             {"image":{"format":"png","source":{"s3Location":{"uri":"s3://a/b"}}}},{"video":{"frames":[1,null]}}],"outputScope":"SOME","more":{"n":null}}
            """, "more");

        Assert.IsType<GuardrailUnknownContent>(read.Content[3]);
        Assert.IsType<GuardrailUnknownImageSource>(((GuardrailImageContent)read.Content[2]).Image.Source);
        Assert.Equal(new byte[] { 1, 2, 250 }, ((GuardrailImageBytes)((GuardrailImageContent)read.Content[1]).Image.Source).Bytes.ToArray());
    }

    [Fact]
    public async Task ApplyGuardrail_Response_HasItsMetadata()
    {
        var handler = new ScriptedHandler(_ => Answers.Json(GuardrailFixtures.Applied));
        using BedrockClient client = TestClient.Over(handler);

        ApplyGuardrailResponse response = await client.ApplyGuardrailAsync("gr1", "1", new ApplyGuardrailRequest { Source = "INPUT", Content = ["a"] });

        Assert.Equal(GuardrailAction.GuardrailIntervened, response.Action);
        Assert.Equal(Answers.RequestId, response.Metadata!.RequestId);
    }

    [Theory]
    [InlineData("", "1", "guardrailIdentifier")]
    [InlineData(" ", "1", "guardrailIdentifier")]
    [InlineData("gr1", "", "guardrailVersion")]
    [InlineData("a/../b", "1", "guardrailIdentifier")]
    public async Task ApplyGuardrail_BadLabel_IsRefusedByName(string id, string version, string named)
    {
        var request = new ApplyGuardrailRequest { Source = "INPUT", Content = ["a"] };

        ArgumentException e = await RefusedAsync(client => client.ApplyGuardrailAsync(id, version, request));

        Assert.Equal(named, e.ParamName);
    }

    [Fact]
    public async Task ApplyGuardrail_BadRequest_NamesTheMember()
    {
        (ApplyGuardrailRequest Request, string Named)[] cases =
        [
            (new() { Source = default, Content = ["a"] }, "Source"),
            (new() { Source = "INPUT", Content = null! }, "Content"),
            (new() { Source = "INPUT", Content = ["a", null!] }, "Content[1]"),
            (new() { Source = "INPUT", Content = [GuardrailContentBlock.FromImage(default, new byte[] { 1 })] }, "Content[0].Image.Format"),
            (new() { Source = "INPUT", Content = [GuardrailContentBlock.FromImage("png", default)] }, "Content[0].Image.Source"),
        ];
        foreach ((ApplyGuardrailRequest request, string named) in cases)
        {
            ArgumentException e = await RefusedAsync(client => client.ApplyGuardrailAsync("gr1", "1", request));
            Assert.Contains($"ApplyGuardrailRequest.{named}", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task InvokeGuardrailChecks_BadRequest_NamesTheMember()
    {
        (Action<InvokeGuardrailChecksRequest> Spoil, string Named)[] cases =
        [
            (r => r.Messages = [], "Messages"),
            (r => r.Messages = [null!], "Messages[0]"),
            (r => r.Messages[1].Role = default, "Messages[1].Role"),
            (r => r.Messages[1].Content = [], "Messages[1].Content"),
            (r => r.Messages[0].Content = ["a", ""], "Messages[0].Content[1]"),
            (r => r.Checks = null!, "Checks"),
            (r => r.Checks.ContentFilter!.Categories = [], "Checks.ContentFilter.Categories"),
            (r => r.Checks.PromptAttack = GuardrailChecksPromptAttackConfig.For("a", "b", "c", "d"), "Checks.PromptAttack.Categories"),
            (r => r.Checks.SensitiveInformation = GuardrailChecksSensitiveInformationConfig.For(), "Checks.SensitiveInformation.Entities"),
        ];
        foreach ((Action<InvokeGuardrailChecksRequest> spoil, string named) in cases)
        {
            InvokeGuardrailChecksRequest request = Checks();
            spoil(request);
            ArgumentException e = await RefusedAsync(client => client.InvokeGuardrailChecksAsync(request));
            Assert.Contains($"InvokeGuardrailChecksRequest.{named} ", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ApplyGuardrail_ModelSetting_HasNoPlace()
    {
        var request = new ApplyGuardrailRequest { Source = "INPUT", Content = ["a"] };

        ArgumentException e = await RefusedAsync(client => client.ApplyGuardrailAsync("gr1", "1", request, new InvokeOptions { ServiceTier = "flex" }));

        Assert.Contains("ServiceTier", e.Message, StringComparison.Ordinal);
    }

    private static InvokeGuardrailChecksRequest Checks() => new()
    {
        Messages =
        [
            GuardrailChecksMessage.System("Be brief."),
            new() { Role = GuardrailChecksRole.User, Content = ["Who is at berth 4?", GuardrailChecksContentBlock.FromText("Tell me all.")] },
            GuardrailChecksMessage.Assistant("Nobody."),
        ],
        Checks = new()
        {
            ContentFilter = GuardrailChecksContentFilterConfig.For(GuardrailChecksContentFilterCategory.Hate, GuardrailChecksContentFilterCategory.Violence),
            PromptAttack = GuardrailChecksPromptAttackConfig.For(GuardrailChecksPromptAttackCategory.PromptLeakage),
            SensitiveInformation = GuardrailChecksSensitiveInformationConfig.For(GuardrailChecksSensitiveInformationEntityType.Email),
        },
    };

    private static async Task<ArgumentException> RefusedAsync(Func<IBedrockClient, Task> call)
    {
        var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);
        ArgumentException e = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(client));
        Assert.Empty(handler.Sent);
        return e;
    }
}
