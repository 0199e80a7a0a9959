using System.Collections.Concurrent;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Warnings of models that are called and being retired.</summary>
public sealed class EndingModelTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly FakeBedrock _fake = new();
    private readonly Lines _log = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task WarnOfEndingModels_ModelBeingRetired_IsToldOnce()
    {
        IReadOnlyList<CatalogueModel> models = await new ModelCatalogue(_fake.Control.Client).GetModelsAsync();
        CatalogueModel legacy = models.First(model => model is { IsLegacy: true, CallId: not null } && model.Output.HasFlag(ModelModalities.Text));
        CatalogueModel active =
            models.First(model => model is { IsLegacy: false, EndOfLife: null, IsOnDemand: true, Provider: "Amazon" }
            && model.Output.HasFlag(ModelModalities.Text));
        await using ServiceProvider provider = Services().BuildServiceProvider();
        IBedrockClient client = provider.GetRequiredService<IBedrockClient>();

        await client.ConverseAsync(active.CallId!.Value, "Hi");
        await client.ConverseAsync(legacy.CallId!.Value, "Hi");
        await client.ConverseAsync(legacy.CallId.Value, "Hi");

        string line = await _log.First.WaitAsync(Bound);
        Assert.Contains(legacy.CallId.Value.Value, line, StringComparison.Ordinal);
        Assert.Equal([line], _log.Warnings);
        Assert.Equal(3, _fake.Calls.Count(call => call.Operation == "Converse"));

        // Once by this test, and once for all calls.
        Assert.Equal(2, _fake.Calls.Count(call => call.Operation == "ListFoundationModels"));
    }

    private ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.AddProvider(_log));
        services.AddBedrock().WarnOfEndingModels().UseFake(_fake);
        return services;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IEnumerable<string> Warnings => _lines;

        public Task<string> First => _first.Task;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string line = formatter(state, exception);
            if (logLevel == LogLevel.Warning && (line.Contains("retired", StringComparison.Ordinal) || line.Contains("legacy", StringComparison.Ordinal)))
            {
                _lines.Enqueue(line);
                _first.TrySetResult(line);
            }
        }

        public void Dispose()
        {
        }
    }
}
