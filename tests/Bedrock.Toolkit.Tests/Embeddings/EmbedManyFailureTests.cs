using System.Globalization;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Embeddings;

/// <summary>What a run does when items, calls or the service fail.</summary>
public class EmbedManyFailureTests
{
    private static readonly EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> Cohere = CohereEmbedModels.EnglishV3;
    private static readonly EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> Titan = TitanModels.EmbedTextV2;

    [Fact]
    public async Task EmbedMany_OneItemThatTheServiceRefuses_FailsAlone()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        string[] texts = [.. Enumerable.Range(0, 96).Select(i => i == 37 ? "bad 37" : $"item {i}")];

        EmbeddingRun<string> run = client.EmbedManyAsync(Cohere, texts.ToAsyncEnumerable());
        List<EmbeddedItem<string>> items = await TestClient.ToListAsync(run);

        Assert.Equal(96, items.Count);
        EmbeddedItem<string> failed = Assert.Single(items, i => !i.Succeeded);
        Assert.Equal(37, failed.Index);
        Assert.IsType<BedrockValidationException>(failed.Error);
        Assert.Same(failed.Error, Assert.Throws<InvalidOperationException>(() => failed.Vector).InnerException);
        Assert.Equal((95, 1), (run.Progress.Done, run.Progress.Failed));
        Assert.InRange(service.Calls.Count, 8, 16);
    }

    [Fact]
    public async Task EmbedMany_ItemsThatCannotBeSent_GoToTheDeadLettersWithoutACall()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        string[] texts = ["item 0", " ", "item 2", new string('a', 2049), "item 4"];
        List<EmbeddedItem<string>> dead = [];

        List<EmbeddedItem<string>> items = await TestClient.ToListAsync(client.EmbedManyAsync(Cohere, texts.ToAsyncEnumerable(), new()
        {
            DeadLetter = (item, _) =>
            {
                dead.Add(item);
                return ValueTask.CompletedTask;
            },
        }));

        Assert.Equal([0, 2, 4], items.Select(i => i.Index));
        Assert.Equal([1, 3], dead.Select(i => i.Index));
        Assert.All(dead, d => Assert.IsType<ArgumentException>(d.Error));
        Assert.Equal(3, service.Calls.Sum(c => c.Length));
    }

    [Fact]
    public async Task EmbedMany_ThrottledNowAndThen_LosesNothing()
    {
        using var service = new EmbeddingService
        {
            Before = (call, _, _) => Task.FromResult(call % 5 == 0 ? Answers.Error(429, "ThrottlingException") : null),
        };
        using BedrockClient client = service.Client();

        EmbeddingRun<string> run = client.EmbedManyAsync(Titan, Texts(400), new() { MaxConcurrency = 32, TimeProvider = new AdvancingTime() });
        List<EmbeddedItem<string>> items = await TestClient.ToListAsync(run);

        Assert.Equal(Enumerable.Range(0, 400).Select(i => (long)i), items.Select(i => i.Index));
        Assert.All(items, i => Assert.Equal(EmbeddingService.VectorOf(i.Item), i.Vector.ToArray()));
        Assert.Equal(service.Calls.Count, run.Progress.Calls);
        Assert.Equal(service.Calls.Count - 400, run.Progress.ThrottledCalls);
        Assert.Equal(32, run.Progress.Concurrency);
    }

    [Fact]
    public async Task EmbedMany_ThrottledWithoutEnd_EndsWithTheException()
    {
        using var service = new EmbeddingService { Before = (_, _, _) => Task.FromResult<HttpResponseMessage?>(Answers.Error(429, "ThrottlingException")) };
        using BedrockClient client = service.Client();
        var time = new AdvancingTime();

        EmbeddingRun<string> run = client.EmbedManyAsync(Titan, Texts(1), new() { ThrottlingTimeout = TimeSpan.FromMinutes(1), TimeProvider = time });

        await Assert.ThrowsAsync<BedrockThrottlingException>(() => TestClient.ToListAsync(run));
        Assert.InRange(run.Progress.Concurrency, 1, 9);
    }

    [Fact]
    public async Task EmbedMany_FailuresThatPass_AreRepeated()
    {
        using var service = new EmbeddingService
        {
            Before = (call, _, _) => Task.FromResult(call <= 5 ? Answers.Error(503, "ServiceUnavailableException") : null),
        };
        using BedrockClient client = service.Client();

        EmbeddedItem<string> item =
            Assert.Single(await TestClient.ToListAsync(client.EmbedManyAsync(Titan, Texts(1), new() { TimeProvider = new AdvancingTime() })));

        Assert.True(item.Succeeded);
        Assert.Equal(6, service.Calls.Count);
    }

    [Fact]
    public async Task EmbedMany_FailureThatStays_FailsTheItemAfterAllAttempts()
    {
        using var service = new EmbeddingService
        {
            Before = (_, texts, _) => Task.FromResult(texts[0] == "item 1" ? Answers.Error(500, "InternalServerException") : null),
        };
        using BedrockClient client = service.Client();

        List<EmbeddedItem<string>> items =
            await TestClient.ToListAsync(client.EmbedManyAsync(Titan, Texts(3), new() { MaxAttempts = 3, TimeProvider = new AdvancingTime() }));

        Assert.Equal([true, false, true], items.Select(i => i.Succeeded));
        Assert.Equal(3, service.Calls.Count(c => c[0] == "item 1"));
    }

    [Theory]
    [InlineData(403, "AccessDeniedException", typeof(BedrockAccessDeniedException))]
    [InlineData(404, "ResourceNotFoundException", typeof(BedrockServiceException))]
    [InlineData(403, "ExpiredTokenException", typeof(BedrockAuthenticationException))]
    public async Task EmbedMany_WhatMeetsEveryItem_EndsTheRun(int status, string code, Type exception)
    {
        using var service = new EmbeddingService { Before = (_, _, _) => Task.FromResult<HttpResponseMessage?>(Answers.Error(status, code)) };
        using BedrockClient client = service.Client();

        Exception e = await Assert.ThrowsAnyAsync<BedrockException>(
            () => TestClient.ToListAsync(client.EmbedManyAsync(Titan, Texts(100_000), new() { KeepOrder = status == 404 })));

        Assert.IsType(exception, e);
        Assert.InRange(service.Calls.Count, 1, 2000);
    }

    [Fact]
    public async Task EmbedMany_OnlyFailures_EndsInsteadOfFailingEverything()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        var e = await Assert.ThrowsAsync<BedrockException>(() => TestClient.ToListAsync(
            client.EmbedManyAsync(Titan, Enumerable.Range(0, 100_000).Select(i => $"bad {i}").ToAsyncEnumerable(), new() { MaxConsecutiveFailures = 10 })));

        Assert.Contains("in a row", e.Message, StringComparison.Ordinal);
        Assert.IsType<BedrockValidationException>(e.InnerException);
    }

    private static IAsyncEnumerable<string> Texts(int count) =>
        Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"item {i}")).ToAsyncEnumerable();
}
