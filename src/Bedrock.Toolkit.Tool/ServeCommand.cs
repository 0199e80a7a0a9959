using System.CommandLine;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.CommandLine;

/// <summary><c>bedrock serve</c>: a small Bedrock on this machine, for programs of any language.</summary>
internal static class ServeCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var server = new ServerOptions();
        var script = new Option<FileInfo[]>("--script") { Description = "A JSON file with answers, faults and more; several are read in order." };
        Option<TimeSpan?> latency = ServerOptions.Time("--latency", "The wait before each answer.");
        Option<TimeSpan?> pause = ServerOptions.Time("--pause", "The wait between two events of a stream.");
        var chaos = new Option<int?>("--chaos")
        {
            Description = "A seed: one call in five goes wrong by chance, the same ones for the same seed.",
        };
        var anyModel = new Option<bool>("--any-model") { Description = "Take every model id, also such that this version does not know." };
        var command = new Command("serve", "Serves a small Bedrock on this machine. The first line of the output is JSON with its address and keys.")
        {
            script, latency, pause, chaos, anyModel,
        };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            FakeServices.Load();
            BedrockServer bedrock = await BedrockServer.StartAsync(server.Read(parsed)).ConfigureAwait(false);
            await using (bedrock.ConfigureAwait(false))
            {
                // A server may run for days: the page keeps what it shows, and nothing else is kept.
                bedrock.KeepCalls(0);
                if (parsed.GetValue(anyModel))
                {
                    bedrock.AllowAnyModel();
                }

                if (parsed.GetValue(latency) is not null || parsed.GetValue(pause) is not null)
                {
                    bedrock.Latency(parsed.GetValue(latency) ?? TimeSpan.Zero, parsed.GetValue(pause) ?? TimeSpan.Zero);
                }

                if (parsed.GetValue(chaos) is { } seed)
                {
                    bedrock.Chaos(seed, throttling: 0.08, unavailable: 0.03, modelError: 0.02, gateway: 0.01, reset: 0.02, cut: 0.02, streamError: 0.02);
                }

                foreach (FileInfo file in parsed.GetValue(script) ?? [])
                {
                    bedrock.LoadScript(file.FullName);
                }

                await Announcement.WriteAsync(bedrock, output, errors, "Bedrock on this machine", cancellationToken).ConfigureAwait(false);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }

            return 0;
        });
        return command;
    }
}
