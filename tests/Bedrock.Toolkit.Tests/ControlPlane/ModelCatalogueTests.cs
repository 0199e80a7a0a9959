using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>The catalogue of models, over what the service lists.</summary>
public sealed class ModelCatalogueTests : IDisposable
{
    private const string Models = """
        {"modelSummaries":[
        {"modelArn":"a","modelId":"amazon.nova-lite-v1:0","modelName":"Nova Lite","providerName":"Amazon","inputModalities":["TEXT","IMAGE","VIDEO","SMELL"],
        "outputModalities":["TEXT"],"responseStreamingSupported":true,"customizationsSupported":["FINE_TUNING"],"inferenceTypesSupported":["ON_DEMAND"],
        "modelLifecycle":{"status":"ACTIVE"}},
        {"modelArn":"a","modelId":"amazon.nova-lite-v1:0:24k","providerName":"Amazon","inferenceTypesSupported":["PROVISIONED"]},
        {"modelArn":"a","modelId":"anthropic.claude-sonnet-4-5-20250929-v1:0","providerName":"Anthropic","inputModalities":["TEXT","IMAGE"],
        "outputModalities":["TEXT"],"responseStreamingSupported":true,"inferenceTypesSupported":["INFERENCE_PROFILE"],"modelLifecycle":{"status":"ACTIVE"}},
        {"modelArn":"a","modelId":"harbour.old-v1","providerName":"Harbour","inputModalities":["TEXT"],"outputModalities":["TEXT"],
        "inferenceTypesSupported":["ON_DEMAND"],"modelLifecycle":{"status":"LEGACY","legacyTime":"2026-06-01T00:00:00Z",
        "publicExtendedAccessTime":"2026-10-01T00:00:00Z","endOfLifeTime":"2027-01-01T00:00:00Z"}},
        {"modelArn":"a","modelId":"harbour.far-v1","providerName":"Harbour","inputModalities":["TEXT"],"outputModalities":["TEXT"],
        "inferenceTypesSupported":["INFERENCE_PROFILE"]},
        {"modelArn":"a","modelId":"harbour.rented-v1","providerName":"Harbour","inferenceTypesSupported":["PROVISIONED"]}]}
        """;

    private const string Profiles = """
        {"inferenceProfileSummaries":[
        {"inferenceProfileId":"global.anthropic.claude-sonnet-4-5-20250929-v1:0","inferenceProfileArn":"arn:g","models":[]},
        {"inferenceProfileId":"us.anthropic.claude-sonnet-4-5-20250929-v1:0","inferenceProfileArn":"arn:u","models":[
        {"modelArn":"arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"},
        {"modelArn":"arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"}]},
        {"inferenceProfileId":"global.harbour.far-v1","models":[]}]}
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private readonly ScriptedHandler _handler = new([.. Enumerable.Repeat<Func<SentRequest, HttpResponseMessage>>(List, 6)]);

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task GetModels_OfALine_FoldsVariantsAndFindsTheIdToCall()
    {
        using BedrockControlClient control = Client();

        IReadOnlyList<CatalogueModel> models = await new ModelCatalogue(control).GetModelsAsync();

        Assert.Equal(
            ["amazon.nova-lite-v1:0", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "harbour.old-v1", "global.harbour.far-v1", "none"],
            models.Select(model => model.CallId?.Value ?? "none"));
        Assert.Equal("amazon.nova-lite-v1:0:24k", Assert.Single(models[0].ProvisionedIds).Value);
        Assert.Equal(ModelModalities.Text | ModelModalities.Image | ModelModalities.Video, models[0].Input);
        Assert.Equal(["us", "global"], models[1].Profiles.Select(profile => profile.Geography));
        Assert.Equal(["us-east-1", "us-west-2"], models[1].Profiles[0].Regions);
        Assert.True(models[1].Rules.TakesTools);
        Assert.Equal("harbour.old-v1 (ends 2027-01-01)", models[2].ToString());
        Assert.Equal((true, false), (models[2].EndsWithin(Now, TimeSpan.FromDays(60)), models[2].EndsWithin(Now, TimeSpan.FromDays(20))));
    }

    public static TheoryData<ModelNeeds, string> Needs => new()
    {
        { new ModelNeeds(), "nova claude far" },
        { new ModelNeeds { Input = ModelModalities.Image, Streaming = true }, "nova claude" },
        { new ModelNeeds { Input = ModelModalities.Video }, "nova" },
        { new ModelNeeds { Output = ModelModalities.Embedding }, string.Empty },
        { new ModelNeeds { Tools = true, Provider = "anthropic" }, "claude" },
        { new ModelNeeds { Customization = ModelCustomization.FineTuning }, "nova" },
        { new ModelNeeds { Geography = "us" }, "nova claude" },
        { new ModelNeeds { TakesLegacy = true }, "nova claude old far" },
        { new ModelNeeds { TakesLegacy = true, LivesUntil = Now.AddYears(1) }, "nova claude far" },
        { new ModelNeeds { TakesProvisioned = true }, "nova claude far rented" },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public async Task Find_ByNeeds_GivesThoseThatServeThem(ModelNeeds needs, string expected)
    {
        using BedrockControlClient control = Client();

        IReadOnlyList<CatalogueModel> found = await new ModelCatalogue(control).FindAsync(needs);

        Assert.Equal(expected, string.Join(' ', found.Select(model => model.Id.Value.Split('.', '-')[1])));
    }

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", true)]
    [InlineData("amazon.nova-lite-v1:0:24k", true)]
    [InlineData("us.amazon.nova-lite-v1:0", true)]
    [InlineData("amazon.nova-ocean-v1:0", false)]
    public async Task Find_ById_KnowsProfilesAndVariants(string id, bool isThere)
    {
        using BedrockControlClient control = Client();

        Assert.Equal(isThere ? "Nova Lite" : null, (await new ModelCatalogue(control).FindModelAsync(new ModelId(id)))?.Name);
    }

    [Fact]
    public async Task GetModels_WithinTheHour_AreNotAskedForAgain()
    {
        var time = new FakeTimeProvider(Now);
        using BedrockControlClient control = Client();
        var catalogue = new ModelCatalogue(control, time);

        await catalogue.GetModelsAsync();
        time.Advance(TimeSpan.FromMinutes(59));
        await catalogue.GetModelsAsync();
        Assert.Equal(2, _handler.Sent.Count);
        time.Advance(TimeSpan.FromMinutes(1));
        await catalogue.GetModelsAsync();
        Assert.Equal(4, _handler.Sent.Count);
        catalogue.Forget();
        await catalogue.GetModelsAsync();
        Assert.Equal(6, _handler.Sent.Count);
    }

    [Fact]
    public async Task GetModels_AfterAFailure_AsksAgain()
    {
        var handler = new ScriptedHandler(_ => Answers.Error(403, "AccessDeniedException"), List, List);
        using var control = new BedrockControlClient(TestClient.Options(handler));
        var catalogue = new ModelCatalogue(control);

        await Assert.ThrowsAsync<BedrockAccessDeniedException>(() => catalogue.GetModelsAsync());

        Assert.NotEmpty(await catalogue.GetModelsAsync());
    }

    [Fact]
    public async Task Find_WithAccess_LeavesOutWhatHasNoAgreement()
    {
        using var fake = new FakeBedrock();
        BedrockControlClient control = fake.Control.Client;
        const string lite = "amazon.nova-lite-v1:0";
        await control.DeleteFoundationModelAgreementAsync(new DeleteFoundationModelAgreementRequest { ModelId = lite });
        var catalogue = new ModelCatalogue(control);

        IReadOnlyList<CatalogueModel> all = await catalogue.FindAsync(new ModelNeeds { Provider = "Amazon" });
        IReadOnlyList<CatalogueModel> callable = await catalogue.FindAsync(new ModelNeeds { Provider = "Amazon", HasAccess = true });
        ModelAccess access = await catalogue.GetAccessAsync("us." + lite);

        Assert.Equal([lite], all.Select(model => model.Id.Value).Except(callable.Select(model => model.Id.Value)));
        Assert.False(access.IsCallable);
        Assert.Contains("The agreement for the model is NOT_AVAILABLE", access.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => catalogue.GetAccessAsync("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc"));
    }

    private static HttpResponseMessage List(SentRequest request) =>
        Answers.Json(request.Uri.AbsolutePath == "/foundation-models" ? Models : Profiles);

    private BedrockControlClient Client() => new(TestClient.Options(_handler));
}
