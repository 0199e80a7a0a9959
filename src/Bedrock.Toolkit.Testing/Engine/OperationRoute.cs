using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Which operation a request is for, and what its path names.</summary>
internal sealed class OperationRoute
{
    private OperationRoute(ISimulatedOperation simulation, OperationTemplate template, IReadOnlyDictionary<string, string> labels)
    {
        Simulation = simulation;
        Operation = template.Operation;
        IsStreaming = template.IsStreaming;
        Labels = labels;
        ScriptKey = KeyOf(template.Group, labels);
    }

    /// <summary>What answers when nothing is set up.</summary>
    public ISimulatedOperation Simulation { get; }

    /// <summary>The API name.</summary>
    public string Operation { get; }

    public bool IsStreaming { get; }

    /// <summary>The labels of the path, decoded once.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <summary>The model id; null when the path names none.</summary>
    public string? ModelId => Labels.GetValueOrDefault("modelId");

    /// <summary>Under which answers are set up for this path.</summary>
    public string ScriptKey { get; }

    /// <summary>The route of a request; null when no operation has this method and path.</summary>
    public static OperationRoute? Find(string method, string path)
    {
        string[] segments = path.Split('/');
        foreach (ISimulatedOperation simulation in SimulatedOperations.All)
        {
            foreach (OperationTemplate template in simulation.Templates)
            {
                if (template.Match(method, segments) is { } labels)
                {
                    return new OperationRoute(simulation, template, labels);
                }
            }
        }

        return null;
    }

    /// <summary>Under which answers are set up for the paths with these labels.</summary>
    public static string KeyOf(string group, IReadOnlyDictionary<string, string> labels) =>
        string.Join('\n', [group, .. labels.Values]);
}
