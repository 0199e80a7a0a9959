using System.Collections.Concurrent;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Which operation a request is for, and what its path names.</summary>
internal sealed class OperationRoute
{
    private const string ModelLabel = "modelId";
    private const int MaxRemembered = 1_000;

    // The same few paths come again and again.
    private static readonly ConcurrentDictionary<(string Method, string Path), OperationRoute> Known = new();

    private OperationRoute(ISimulatedOperation simulation, OperationTemplate template, IReadOnlyDictionary<string, string> labels)
    {
        Simulation = simulation;
        Template = template;
        Labels = labels;
        ScriptKeys = [.. ModelsOf(labels).Select(model => KeyOf(template.Group, labels, model))];
    }

    private OperationRoute(OperationRoute called, string model)
    {
        Simulation = called.Simulation;
        Template = called.Template;
        Labels = new Dictionary<string, string>(called.Labels, StringComparer.Ordinal) { [ModelLabel] = model };
        ScriptKeys = [.. called.ScriptKeys, .. ModelsOf(Labels).Select(served => KeyOf(Template.Group, Labels, served))];
    }

    /// <summary>Method and path.</summary>
    public OperationTemplate Template { get; }

    /// <summary>What answers when nothing is set up.</summary>
    public ISimulatedOperation Simulation { get; }

    /// <summary>The API name.</summary>
    public string Operation => Template.Operation;

    public bool IsStreaming => Template.IsStreaming;

    /// <summary>The labels of the path, decoded once.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <summary>The model id; null when the path names none.</summary>
    public string? ModelId => Labels.GetValueOrDefault(ModelLabel);

    /// <summary>Under which answers are set up for this path: first the id as it was called, then the model behind a profile or ARN.</summary>
    public IReadOnlyList<string> ScriptKeys { get; }

    /// <summary>The route of a request; null when no operation has this method and path.</summary>
    public static OperationRoute? Find(string method, string path)
    {
        if (Known.TryGetValue((method, path), out OperationRoute? known))
        {
            return known;
        }

        OperationRoute? route = Match(method, path);
        if (route is not null && Known.Count < MaxRemembered)
        {
            Known.TryAdd((method, path), route);
        }

        return route;
    }

    /// <summary>The same call, answered by another model than the one that its path names.</summary>
    public OperationRoute ServedBy(string model) => new(this, model);

    /// <summary>Whether a call of one id counts as one of another: the same, or a profile or ARN of that model.</summary>
    public static bool IsCallOf(string? called, ModelId model) =>
        called == model.Value || (Toolkit.ModelId.TryParse(called, null, out ModelId id) && id.BaseModel == model.Value);

    private static OperationRoute? Match(string method, string path)
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

    private static IEnumerable<string?> ModelsOf(IReadOnlyDictionary<string, string> labels)
    {
        string? called = labels.GetValueOrDefault(ModelLabel);
        return Toolkit.ModelId.TryParse(called, null, out ModelId id) && id.BaseModel is { } model && model != called ? [called, model] : [called];
    }

    private static string KeyOf(string group, IReadOnlyDictionary<string, string> labels, string? model) =>
        string.Join('\n', [group, .. labels.Select(label => label.Key == ModelLabel ? model : label.Value)]);
}
