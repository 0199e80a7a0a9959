using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>What every model descriptor promises, checked with the samples of its family.</summary>
internal abstract class ModelContract(Model model, FamilySamples samples)
{
    protected FamilySamples Samples { get; } = samples;

    protected Model Model { get; } = model;

    /// <summary>The contract that fits the kind of the descriptor.</summary>
    public static ModelContract Of(Model model) => Of(model, FamilySamples.Of(model));

    public static ModelContract Of(Model model, FamilySamples samples)
    {
        for (Type? type = model.GetType(); type is not null; type = type.BaseType)
        {
            Type? contract = !type.IsConstructedGenericType ? null
                : type.GetGenericTypeDefinition() == typeof(StreamingModel<,,>) ? typeof(StreamingContract<,,>)
                : type.GetGenericTypeDefinition() == typeof(AsyncModel<>) ? typeof(AsyncContract<>)
                : type.GetGenericTypeDefinition() == typeof(Model<,>) ? typeof(InvokedContract<,>)
                : null;
            if (contract is not null)
            {
                return (ModelContract)Activator.CreateInstance(contract.MakeGenericType(type.GetGenericArguments()), model, samples)!;
            }
        }

        throw new NotSupportedException($"There is no contract for {model.GetType()}: add it here.");
    }

    /// <summary>Request snapshot: a sample is typed, copied equally, taken by the check, and sent byte for byte to the model's path.</summary>
    public abstract Task CheckRequestAsync();

    /// <summary>Response fixture: a sample is typed, read through a real client, and written back equal.</summary>
    public virtual Task CheckResponseAsync() => Task.CompletedTask;

    /// <summary>Unknown members and values of requests, answers and chunks survive.</summary>
    public abstract void CheckUnknownSurvives();

    /// <summary>What does not fit is refused with a typed error that repeats nothing of it.</summary>
    public abstract Task CheckMalformedAsync();

    /// <summary>The counts of the family, and those of Bedrock where it has none, reach the caller.</summary>
    public virtual Task CheckUsageAsync() => Task.CompletedTask;

    /// <summary>The stream is typed and ends with the family's own mark; folded it is a response.</summary>
    public virtual Task CheckStreamAsync() => Task.CompletedTask;

    /// <summary>A stream that was cut between two frames is an error.</summary>
    public virtual Task CheckCutAtEveryFrameAsync() => Task.CompletedTask;

    /// <summary>A stream that was cut anywhere is an error, and how the bytes of a whole one arrive makes no difference.</summary>
    public virtual Task CheckCutAtEveryByteAsync() => Task.CompletedTask;

    /// <summary>The samples that the model's check takes; each is read, typed, copied and written first.</summary>
    protected List<(Sample Sample, T Request)> Accepted<T>(JsonTypeInfo<T> info, Action<T>? check)
    {
        List<(Sample, T)> accepted = [];
        List<string> refusals = [];
        foreach (Sample sample in Samples.Requests)
        {
            T request = SampleWire.Read(sample, sample.Json, info);
            SampleWire.CheckTyped(sample, request!);
            CheckWritten(sample, SampleWire.Write(sample, request, info));
            CheckWritten(sample, SampleWire.Write(sample, (T)(object)((BedrockObject)(object)request!).Clone(), info));
            try
            {
                check?.Invoke(request);
                accepted.Add((sample, request));
            }
            catch (ArgumentException e)
            {
                refusals.Add($"{sample.Name}: {e.Message}");
            }
        }

        if (accepted.Count == 0)
        {
            Assert.Fail(
                $"{Samples.Family}: the check of {Model.Id} takes none of the samples.\n{string.Join('\n', refusals)}\n"
                + $"Add Samples/{Samples.Family}/{Samples.Schema}.request-….json with a body that this model takes.");
        }

        return accepted;
    }

    private static void CheckWritten(Sample sample, string written)
    {
        if (written != sample.Json)
        {
            sample.Fail(
                $"it is written as\n{written}\nand not as\n{sample.Json}",
                "The sample has the members in declared order and the numbers as they are written; correct it, or the type.");
        }
    }
}
