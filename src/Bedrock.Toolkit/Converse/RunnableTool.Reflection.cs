using System.Reflection;

namespace Bedrock.Toolkit.Converse;

/// <content>Tools whose types are found by reflection: not for trimming and native AOT.</content>
public sealed partial class RunnableTool
{
    /// <summary>Declares a tool whose input is a type found by reflection and whose answer is a text.</summary>
    /// <typeparam name="TInput">The input; <see cref="DescriptionAttribute"/> on its members goes into the schema.</typeparam>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="run">Runs the tool; may run for several calls at the same time.</param>
    /// <returns>The tool.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static RunnableTool Create<TInput>(string name, string? description, Func<TInput, CancellationToken, Task<string>> run) =>
        Create(name, description, ReflectionJson.TypeInfo<TInput>(), run);

    /// <summary>Declares a tool that runs a function of any form: <c>Create("weather", "The weather of a city.", (string city) =&gt; "sunny")</c>.</summary>
    /// <remarks>
    /// The parameters are the members of the input; a single one that is an object is the input itself. A
    /// <see cref="CancellationToken"/> and a <see cref="ToolUseBlock"/> are handed in and are no part of the schema; one with a default value may be left
    /// out by the model. What the function gives, or the task that it gives, goes back: a text as it is, a <see cref="ToolResultBlock"/> as it is,
    /// all else as JSON. <see cref="DescriptionAttribute"/> on parameters and members goes into the schema.
    /// </remarks>
    /// <param name="name">1 to 64 letters, digits, underscores and hyphens.</param>
    /// <param name="description">What it does and when to use it; none when null.</param>
    /// <param name="run">The function; may run for several calls at the same time.</param>
    /// <returns>The tool.</returns>
    /// <exception cref="ArgumentException">A parameter is <c>ref</c> or <c>out</c>, or has no name.</exception>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static RunnableTool Create(string name, string? description, Delegate run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var function = new ReflectedFunction(run);
        return new RunnableTool(Specify(name, description, new JsonToolInputSchema(function.Schema)), function.RunAsync);
    }

    /// <summary>Declares a tool that runs a method, with the method's own name and <see cref="DescriptionAttribute"/>.</summary>
    /// <param name="run">A method; a lambda has no name, so it needs the overload with a name.</param>
    /// <returns>The tool.</returns>
    /// <exception cref="ArgumentException">The function is a lambda.</exception>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static RunnableTool Create(Delegate run)
    {
        ArgumentNullException.ThrowIfNull(run);

        // A local function is compiled as <Caller>g__Name|0_0, a lambda as <Caller>b__0.
        string compiled = run.Method.Name;
        int mark = compiled.IndexOf(">g__", StringComparison.Ordinal);
        string name = mark < 0 ? compiled : compiled[(mark + 4)..].Split('|')[0];
        return ConverseToolCheck.IsName(name)
            ? Create(name, run.Method.GetCustomAttribute<DescriptionAttribute>()?.Description, run)
            : throw new ArgumentException("A lambda has no name: use Create(name, description, run).", nameof(run));
    }
}
