using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Bedrock.Toolkit.Analyzers;

/// <summary>Finds threads that wait for a call of the library.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.BlockingCall];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (LibraryTypes.Find(start.Compilation) is { } types)
            {
                start.RegisterOperationAction(AnalyzeProperty, OperationKind.PropertyReference);
                start.RegisterOperationAction(operation => AnalyzeCall(operation, types), OperationKind.Invocation);
            }
        });
    }

    private static void AnalyzeProperty(OperationAnalysisContext context)
    {
        var reference = (IPropertyReferenceOperation)context.Operation;
        if (reference.Property.Name == "Result" && IsTask(reference.Property.ContainingType))
        {
            Report(context, ".Result", reference.Instance);
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, LibraryTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        switch (call.TargetMethod.Name)
        {
            case "Wait" when IsTask(call.TargetMethod.ContainingType):
                Report(context, ".Wait()", call.Instance);
                break;
            case "GetResult" when call.Instance is IInvocationOperation { TargetMethod.Name: "GetAwaiter" } awaiter:
                Report(context, ".GetAwaiter().GetResult()", awaiter.Instance);
                break;
            case "ToBlockingEnumerable" when call.Arguments.Length > 0 && Unconverted(call.Arguments[0].Value) is { } stream && types.IsStream(stream.Type):
                Report(context, ".ToBlockingEnumerable()", stream);
                break;
        }
    }

    private static void Report(OperationAnalysisContext context, string how, IOperation? task)
    {
        if (FindCall(context.Operation, task) is { } method)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.BlockingCall, context.Operation.Syntax.GetLocation(), how, method.Name));
        }
    }

    private static IMethodSymbol? FindCall(IOperation blocking, IOperation? task) => Unconverted(task) switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync" } wrapped when !LibraryTypes.Owns(wrapped.TargetMethod) =>
            FindCall(blocking, wrapped.Instance),
        IInvocationOperation call when LibraryTypes.Owns(call.TargetMethod) => call.TargetMethod,
        ILocalReferenceOperation local => FindCall(blocking, InitialValue(blocking, local.Local)),
        _ => null,
    };

    // A task that is awaited somewhere, such as by Task.WhenAll, may be finished here.
    private static IOperation? InitialValue(IOperation blocking, ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || LocalScope.Of(declarator).DescendantNodes().OfType<AwaitExpressionSyntax>()
                .Any(wait => wait.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.Text == local.Name)))
        {
            return null;
        }

        return blocking.SemanticModel?.GetOperation(value);
    }

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static IOperation? Unconverted(IOperation? operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }
}
