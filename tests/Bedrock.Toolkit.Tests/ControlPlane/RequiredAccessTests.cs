using System.Text.Json;
using Bedrock.Toolkit.ControlPlane.Governance;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>The least policies, as the facts about IAM have them.</summary>
public class RequiredAccessTests
{
    private const string Account = "111122223333";
    private const string Lite = "amazon.nova-lite-v1:0";
    private const string Both = "bedrock:InvokeModel,bedrock:InvokeModelWithResponseStream";

    private static readonly AccessScope Scope = new("us-east-1") { AccountId = Account };

    public static TheoryData<string, string?, string[]> Uses => new()
    {
        { "Chat", Lite, [$"{Both} ON arn:aws:bedrock:us-east-1::foundation-model/{Lite}"] },
        { "Chat", $"arn:aws:bedrock:us-east-1::foundation-model/{Lite}", [$"{Both} ON arn:aws:bedrock:us-east-1::foundation-model/{Lite}"] },
        { "Chat", $"us.{Lite}",
            [
                $"{Both} ON arn:aws:bedrock:us-east-1:{Account}:inference-profile/us.{Lite}",
                $"{Both} ON arn:aws:bedrock:us-east-1::foundation-model/{Lite},arn:aws:bedrock:us-east-2::foundation-model/{Lite},"
                    + $"arn:aws:bedrock:us-west-2::foundation-model/{Lite} IF bedrock:InferenceProfileArn=arn:aws:bedrock:us-east-1:{Account}:inference-profile/us.{Lite}",
            ] },
        { "Chat", $"global.{Lite}",
            [
                $"{Both} ON arn:aws:bedrock:us-east-1:{Account}:inference-profile/global.{Lite}",
                $"{Both} ON arn:aws:bedrock:*::foundation-model/{Lite},arn:aws:bedrock:::foundation-model/{Lite} "
                    + $"IF bedrock:InferenceProfileArn=arn:aws:bedrock:us-east-1:{Account}:inference-profile/global.{Lite}",
            ] },
        { "Chat", "xai.grok-4.7",
            [$"{Both} ON arn:aws:bedrock:us-east-1::foundation-model/xai.grok-4.7,arn:aws:bedrock:us-east-1:{Account}:project/default"] },
        { "Chat", "openai.gpt-oss-120b-1:0", [$"{Both} ON arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-oss-120b-1:0"] },
        { "Chat", $"arn:aws:bedrock:us-east-1:{Account}:provisioned-model/abc", [$"{Both} ON arn:aws:bedrock:us-east-1:{Account}:provisioned-model/abc"] },
        { "Chat", $"arn:aws:bedrock:us-east-1:{Account}:custom-model-deployment/abc",
            [$"{Both} ON arn:aws:bedrock:us-east-1:{Account}:custom-model-deployment/abc"] },
        { "Chat", $"arn:aws:sagemaker:us-east-1:{Account}:endpoint/abc",
            [$"{Both} ON arn:aws:bedrock:us-east-1:{Account}:marketplace/model-endpoint/all-access"] },
        { "Invoke", "amazon.titan-embed-text-v2:0", ["bedrock:InvokeModel ON arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"] },
        { "CountTokens", $"us.{Lite}", [$"bedrock:CountTokens ON arn:aws:bedrock:us-east-1::foundation-model/{Lite}"] },
        { "AsyncInvoke", Lite,
            [
                $"bedrock:InvokeModel ON arn:aws:bedrock:us-east-1::foundation-model/{Lite}",
                $"bedrock:InvokeModel,bedrock:GetAsyncInvoke,bedrock:ListAsyncInvokes ON arn:aws:bedrock:us-east-1:{Account}:async-invoke/*",
            ] },
        { "Batch", Lite,
            [
                $"bedrock:CreateModelInvocationJob ON arn:aws:bedrock:us-east-1::foundation-model/{Lite},arn:aws:bedrock:us-east-1:{Account}:model-invocation-job/*",
                "bedrock:GetModelInvocationJob,bedrock:StopModelInvocationJob,bedrock:ListModelInvocationJobs ON "
                    + $"arn:aws:bedrock:us-east-1:{Account}:model-invocation-job/*",
                $"iam:PassRole ON arn:aws:iam::{Account}:role/batch IF iam:PassedToService=bedrock.amazonaws.com",
            ] },
        { "BatchRole", $"us.{Lite}",
            [
                "s3:ListBucket ON arn:aws:s3:::north",
                "s3:GetObject ON arn:aws:s3:::north/in/*",
                "s3:PutObject ON arn:aws:s3:::south/*",
                $"bedrock:InvokeModel ON arn:aws:bedrock:us-east-1:{Account}:inference-profile/us.{Lite}",
                $"bedrock:InvokeModel ON arn:aws:bedrock:us-east-1::foundation-model/{Lite},arn:aws:bedrock:us-east-2::foundation-model/{Lite},"
                    + $"arn:aws:bedrock:us-west-2::foundation-model/{Lite} IF bedrock:InferenceProfileArn=arn:aws:bedrock:us-east-1:{Account}:inference-profile/us.{Lite}",
            ] },
        { "BatchRole", Lite, ["s3:ListBucket ON arn:aws:s3:::north", "s3:GetObject ON arn:aws:s3:::north/in/*", "s3:PutObject ON arn:aws:s3:::south/*"] },
        { "Retrieve", null, [$"bedrock:Retrieve ON arn:aws:bedrock:us-east-1:{Account}:knowledge-base/KB1"] },
        { "RetrieveAndGenerate", Lite,
            [
                "bedrock:RetrieveAndGenerate ON *",
                $"bedrock:Retrieve ON arn:aws:bedrock:us-east-1:{Account}:knowledge-base/KB1",
                $"bedrock:InvokeModel ON arn:aws:bedrock:us-east-1::foundation-model/{Lite}",
            ] },
        { "AgenticRetrieve", null, ["bedrock:AgenticRetrieveStream ON *"] },
        { "Rerank", "amazon.rerank-v1:0",
            ["bedrock:Rerank ON *", "bedrock:InvokeModel ON arn:aws:bedrock:us-east-1::foundation-model/amazon.rerank-v1:0"] },
        { "Catalogue", null,
            [
                "bedrock:ListFoundationModels,bedrock:GetFoundationModelAvailability,bedrock:ListInferenceProfiles ON *",
                "bedrock:GetFoundationModel ON arn:aws:bedrock:us-east-1::foundation-model/*",
            ] },
        { "Subscription", null, ["aws-marketplace:Subscribe,aws-marketplace:ViewSubscriptions,aws-marketplace:Unsubscribe ON *"] },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void For_Use_IsTheLeast(string use, string? model, string[] statements)
    {
        AccessScope scope = Scope with
        {
            JobRoleArn = $"arn:aws:iam::{Account}:role/batch", InputS3Uri = "s3://north/in/", OutputS3Uri = "s3://south", KnowledgeBaseId = "KB1",
        };

        BedrockUse parsed = Enum.Parse<BedrockUse>(use);
        RequiredAccess access = model is null ? RequiredAccess.For(parsed, scope) : RequiredAccess.For(parsed, scope, model);

        Assert.Equal(statements, access.Statements.Select(Text));
        Assert.Empty(access.Gaps);
    }

    [Fact]
    public void Uses_All_AreTested() =>
        Assert.Equal(Enum.GetNames<BedrockUse>().Order().Except(["Guardrail"]), Uses.Select(row => (string)((object[])row)[0]).Distinct().Order());

    [Fact]
    public void For_GuardrailAndApiKey_AreAllowedToo()
    {
        var request = ConverseRequest.For("Hi");
        request.GuardrailConfig = new GuardrailConfiguration { GuardrailIdentifier = "harbour", GuardrailVersion = "1" };

        RequiredAccess access = RequiredAccess.For(Lite, request, Scope with { UsesApiKey = true });

        Assert.Equal([$"bedrock:ApplyGuardrail ON arn:aws:bedrock:us-east-1:{Account}:guardrail/harbour", "bedrock:CallWithBearerToken ON *"],
            access.Statements.Skip(1).Select(Text));
        Assert.Equal(["bedrock:ApplyGuardrail ON arn:x"], RequiredAccess.For(BedrockUse.Guardrail, Scope with { GuardrailId = "arn:x" })
            .Statements.Select(Text));
        Assert.Throws<ArgumentException>(() => RequiredAccess.For(BedrockUse.Guardrail, Scope));
    }

    [Fact]
    public void For_ProfileWithDestinations_AllowsTheModelInEach()
    {
        RequiredAccess access =
            RequiredAccess.For($"eu.{Lite}", new AccessScope("eu-central-1") { AccountId = Account, DestinationRegions = ["eu-central-1", "eu-north-1"] });

        Assert.Equal([$"arn:aws:bedrock:eu-central-1::foundation-model/{Lite}", $"arn:aws:bedrock:eu-north-1::foundation-model/{Lite}"],
            access.Statements[1].Resources);
    }

    [Fact]
    public void For_IdThatHidesItsModels_TellsTheGapUnlessTheyAreNamed()
    {
        string router = $"arn:aws:bedrock:us-east-1:{Account}:default-prompt-router/abc";
        string prompt = $"arn:aws:bedrock:us-east-1:{Account}:prompt/abc:1";
        string profile = $"arn:aws:bedrock:us-east-1:{Account}:application-inference-profile/abc";

        Assert.Single(RequiredAccess.For(router, Scope).Gaps);
        Assert.Equal("bedrock:RenderPrompt ON " + prompt, Text(RequiredAccess.For(prompt, Scope).Statements[0]));
        Assert.Single(RequiredAccess.For(profile, Scope).Gaps);
        RequiredAccess access = RequiredAccess.For(router, Scope with { Models = [Lite, "amazon.nova-pro-v1:0"] });
        Assert.Empty(access.Gaps);
        Assert.Equal(["Router", "Model", "Model2"], access.Statements.Select(statement => statement.Sid));
        Assert.Equal("arn:aws:bedrock:*::foundation-model/" + Lite, RequiredAccess.For(profile, Scope with { Models = [Lite] })
            .Statements[1].Resources.Single());
    }

    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    public void For_OtherPartition_IsInTheArns(string region, string partition) =>
        Assert.StartsWith($"arn:{partition}:bedrock:{region}::", RequiredAccess.For(Lite, new AccessScope(region)).Statements[0].Resources[0],
            StringComparison.Ordinal);

    [Fact]
    public void ToPolicyJson_Profile_IsAPolicy()
    {
        JsonElement policy = JsonElement.Parse(RequiredAccess.For($"us.{Lite}", Scope).ToPolicyJson());

        Assert.Equal("2012-10-17", policy.GetProperty("Version").GetString());
        JsonElement second = policy.GetProperty("Statement")[1];
        Assert.Equal("Allow", second.GetProperty("Effect").GetString());
        Assert.Equal(3, second.GetProperty("Resource").GetArrayLength());
        Assert.Equal($"arn:aws:bedrock:us-east-1:{Account}:inference-profile/us.{Lite}",
            second.GetProperty("Condition").GetProperty("StringEquals").GetProperty("bedrock:InferenceProfileArn").GetString());
    }

    [Fact]
    public void ToTrustPolicyJson_RoleOfAJob_TrustsBedrockForJobsOfThisAccountAlone()
    {
        RequiredAccess access = RequiredAccess.For(BedrockUse.BatchRole, Scope with { InputS3Uri = "s3://a/b", OutputS3Uri = "s3://a/c" }, Lite);

        JsonElement statement = JsonElement.Parse(access.ToTrustPolicyJson()).GetProperty("Statement")[0];

        Assert.Equal("bedrock.amazonaws.com", statement.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal(Account, statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString());
        Assert.Equal($"arn:aws:bedrock:us-east-1:{Account}:model-invocation-job/*",
            statement.GetProperty("Condition").GetProperty("ArnEquals").GetProperty("aws:SourceArn").GetString());
        Assert.Throws<InvalidOperationException>(() => RequiredAccess.For(Lite, Scope).ToTrustPolicyJson());
    }

    [Fact]
    public void For_WithoutWhatItNeeds_NamesIt()
    {
        Assert.Contains("Batch needs the id of a model", Assert.Throws<ArgumentException>(() => RequiredAccess.For(BedrockUse.Batch, Scope)).Message,
            StringComparison.Ordinal);
        Assert.Contains("AccessScope.InputS3Uri", Assert.Throws<ArgumentException>(() => RequiredAccess.For(BedrockUse.BatchRole, Scope, Lite)).Message,
            StringComparison.Ordinal);
    }

    private static string Text(AccessStatement statement) => $"{string.Join(',', statement.Actions)} ON {string.Join(',', statement.Resources)}"
        + string.Concat(statement.StringEquals.Select(pair => $" IF {pair.Key}={pair.Value}"));
}
